rehearsal = ENSAIO, NÃO É O SORTEIO
