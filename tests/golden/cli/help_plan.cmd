$attache help plan
