rehearsal = ENSAIO, NÃO É O SORTEIO
rehearsal-explained = Esta carta é sobre um ensaio. Não designa ninguém.
title = Está na lista de inscritos
intro = Esta carta diz com que características participa no sorteio e qual é a sua probabilidade. É apenas para si. O ficheiro { $file } acompanha-a; guarde ambos.
number = O seu número entre os inscritos
identifier = O seu identificador
name = O seu nome
household = O seu agregado doméstico
chance = De { $all } bilhetes numerados, { $tickets ->
    [one] { $tickets } corresponde
   *[other] { $tickets } correspondem
} a um painel de que faz parte. A sua probabilidade é { $percent }.
no-chance = Nenhum dos { $all } bilhetes corresponde a um painel de que faça parte. Pergunte o motivo aos organizadores.
not-drawn-yet = Ainda nada foi sorteado.
was-drawn = O seu nome saiu no sorteio.
was-not-drawn = O seu nome não saiu no sorteio.
wrong = Há algo errado? Diga-o aos organizadores, se possível antes do sorteio.
wrong-after = Há algo errado? Diga-o aos organizadores.
fingerprint = A impressão digital daquilo que vai a sorteio. Tem de ser a que os organizadores tornaram pública:
check-heading = Como verificar
check-when = Antes do sorteio, talvez só a impressão digital seja pública. Nesse caso, guarde o ficheiro, e verifique quando os organizadores tiverem publicado a pasta, o mais tardar depois do sorteio.
check-page = Abra verify.html num navegador. Escolha a pasta que os organizadores publicaram (num telemóvel: os ficheiros dela), e depois o ficheiro { $file }. Nada sai do seu dispositivo.
check-program = Ou com o programa klero: { $command }
keep = Quem tiver o ficheiro pode ver o que ele diz de si. Não o dê a ninguém a quem não o contaria.
