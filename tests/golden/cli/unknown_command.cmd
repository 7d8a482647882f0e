$attache travel
