$attache ties --office nowhere.attache
