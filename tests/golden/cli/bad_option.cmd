$attache ties --office nowhere.attache --colour red
