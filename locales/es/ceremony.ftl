rehearsal = ENSAYO, NO ES EL SORTEO
