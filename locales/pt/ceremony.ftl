rehearsal = ENSAIO, NÃO É O SORTEIO
rehearsal-sheet = Esta folha é para um ensaio. O que for sorteado com ela não conta.

# Em cada página
sheet-title = Sorteio público: { $assembly }
sheet-page = Página { $page } de { $pages }
sheet-fingerprint = Impressão digital { $groups } …
read-aloud = Ler em voz alta
to-do = O que fazer
panel = Painel { $number }

# A primeira página
first-what = A folha para a sala
first-draw = Sorteio { $draw }, tentativa { $attempt }
first-steps = Passo a passo
fact-members = Pessoas inscritas
fact-panels = Painéis sorteados em conjunto
fact-size = Membros do painel
fact-size-each = Membros de cada painel
fact-lottery = Painéis diferentes que podem sair
fact-sets = Conjuntos diferentes de painéis que podem sair
fact-tickets = Bilhetes, todos igualmente prováveis
fact-seed = O que decide
fact-published = Impressão digital tornada pública (segundo o compromisso)
fact-earlier = Tentativas anteriores, indicadas em commit.txt
seed-digits = { $count ->
    [one] { $count } algarismo, tirado à mão
   *[other] { $count } algarismos, tirados à mão
}
seed-beacon = Ronda { $round } da fonte pública de aleatoriedade drand quicknet ({ $time })
seed-phrase = Um texto que alguém diz
needs-title = O que tem de haver
needs-people = Uma pessoa que lê em voz alta, uma que faz a extração, uma que anota e duas testemunhas. Quem faz a extração não é da organização.
needs-digits = Dez bolas com os números de 0 a 9 e algo de onde as tirar. O 6 e o 9 têm um traço debaixo do número. Também serve um dado de dez faces, de 0 a 9.
needs-beacon = Uma ligação à rede, para obter a ronda; ou alguém de fora que a obtenha.
needs-phrase = Algo que determine o texto, para que ninguém na sala o escolha.
needs-screen = O computador com o registo do sorteio e um ecrã que todos vejam.
needs-fingerprint = A impressão digital tal como foi tornada pública: o jornal, uma carta, a página na Internet.

# 1
opening-title = Abertura
opening-do = Espere até que todos possam ver o que se tira e ouvi-lo a si.
opening-welcome = Bem-vindos ao sorteio público: { $assembly }.
opening-rehearsal = Isto é um ensaio. O que se tirar agora não conta.
opening-pool = { $members ->
    [one] Há { $members } pessoa inscrita.
   *[other] Há { $members } pessoas inscritas.
}
opening-size = { $size ->
    [one] Agora é sorteado um painel. Tem { $size } membro.
   *[other] Agora é sorteado um painel. Tem { $size } membros.
}
opening-several = { $size ->
    [one] Agora são sorteados { $panels } painéis em conjunto. Cada um tem { $size } membro, e ninguém está em dois.
   *[other] Agora são sorteados { $panels } painéis em conjunto. Cada um tem { $size } membros, e ninguém está em dois.
}
opening-replace = { $size ->
    [one] Desistiram membros do painel. Agora ele é completado; depois volta a ter { $size } membro. Quem ficou mantém o seu lugar.
   *[other] Desistiram membros do painel. Agora ele é completado; depois volta a ter { $size } membros. Quem ficou mantém o seu lugar.
}
opening-alternates = { $size ->
    [one] Agora é sorteado { $size } suplente, que poderá entrar quando desistirem membros.
   *[other] Agora são sorteados { $size } suplentes, que poderão entrar quando desistirem membros.
}
opening-rotate = { $size ->
    [one] Agora é sorteado o painel do novo mandato. Tem { $size } membro. Quem fica mantém o seu lugar.
   *[other] Agora é sorteado o painel do novo mandato. Tem { $size } membros. Quem fica mantém o seu lugar.
}
opening-quotas = Saia o que sair, o resultado cumpre as quotas que foram publicadas.
opening-tickets = Todos os resultados possíveis foram enumerados de antemão. { $tickets ->
    [one] Há { $tickets } bilhete, numerado
   *[other] Os bilhetes são { $tickets }, numerados
} de { $first } a { $last }. Cada bilhete diz que membros ocupam os lugares. Cada um é tão provável como os outros.
opening-digits = { $count ->
    [one] O bilhete é decidido por { $count } algarismo tirado aqui à mão. Ninguém o pode conhecer ainda.
   *[other] O bilhete é decidido por { $count } algarismos tirados aqui à mão. Ninguém os pode conhecer ainda.
}
opening-beacon = O bilhete é decidido por um valor aleatório público.
opening-phrase = O bilhete é decidido por um texto que é dito aqui.

# 2
fingerprint-title = A impressão digital
fingerprint-what = Aquilo que vai a sorteio foi fixado de antemão: quem está inscrito, que resultados há e que bilhetes têm. A impressão digital representa tudo isso. Se alguma coisa fosse alterada, a impressão digital seria outra.
fingerprint-published = Segundo o compromisso, foi tornada pública em { $published }.
fingerprint-hear = Leio-a agora, em { $groups } grupos de quatro. Comparem-na, por favor, com a que conhecem do jornal, da carta que receberam ou da página na Internet.
fingerprint-code = O código QR contém os mesmos 64 caracteres.
fingerprint-ask = Alguém tem outra impressão digital?
fingerprint-do = Leia devagar, grupo a grupo. As letras vão de a a f; o que parece um O é um zero.
fingerprint-stop = Se alguém tiver outra impressão digital, pare. Nada é tirado até se saber porquê.

# 3
decide-title = O que decide
decide-digits = { $count ->
    [one] É tirado { $count } algarismo. É o bilhete. Cada um dos dez algarismos é tão provável como os outros, e cada bilhete também.
   *[other] São tirados { $count } algarismos, um após o outro. O primeiro é o primeiro algarismo do bilhete, e assim por diante. De cada vez, cada um dos dez algarismos é tão provável como os outros, e cada bilhete também.
}
decide-digits-back = Depois de cada algarismo, a bola volta e todas são misturadas. Por isso um algarismo pode sair mais de uma vez.
decide-digits-example = Um exemplo: { $digits } seriam o bilhete { $ticket }.
decide-digits-counts = Um algarismo conta depois de ter sido mostrado e lido em voz alta.
decide-digits-show = Mostre as dez bolas, de 0 a 9, uma de cada. Quem quiser pode examiná-las, e também aquilo de onde são tiradas.
decide-digits-dice = Com um dado: mostre que cada algarismo está nele uma só vez. Lance-o onde todos o vejam; o lançamento conta quando o dado fica assente numa face.
decide-beacon = Muitas instituições publicam em conjunto, de três em três segundos, um novo valor aleatório. Foi fixado de antemão que decide a ronda { $round }. É emitida em { $time }.
decide-beacon-trust = Ninguém pode conhecer nem manipular o valor de antemão, a não ser que muitas dessas instituições estivessem em conluio.
decide-beacon-show = Mostre um relógio com a hora UTC e a linha “seed” do ficheiro commit.txt: indica a ronda.
decide-phrase = Alguém diz um texto.
decide-phrase-trust = Quem escolhe um texto poderia experimentar muitos de antemão. Por isso o texto tem de vir de algo em que ninguém intervenha.
decide-phrase-show = Diga como o texto vai ser obtido antes de o ser.
decide-calculation = A partir disso e da impressão digital calcula-se o bilhete. Qualquer pessoa pode repetir esse cálculo.
decide-again = O sorteio não é repetido por causa de quem saiu.

# 4
draw-title = A extração
draw-digits = { $count ->
    [one] Agora é tirado o algarismo. Leio-o em voz alta, e ele é anotado.
   *[other] Agora são tirados os algarismos. Leio cada um em voz alta, e ele é anotado.
}
draw-digits-each = Tirar, mostrar, ler em voz alta, anotar, devolver, misturar. Depois, o algarismo seguinte.
draw-digits-fallen = Uma bola que cai antes de ser mostrada é devolvida e não conta.
draw-digits-end = Este é o bilhete. Alguém viu outros algarismos?
draw-digit = Algarismo n.º { $number }
draw-beacon = Agora esperamos pela ronda { $round }. É emitida em { $time }.
draw-beacon-fetch = Quando chegar a hora, obtenha a ronda e faça o sorteio. Leia o bilhete em voz alta e anote-o.
draw-phrase = Agora é dito o texto. Repito-o, e ele é anotado.
draw-phrase-write = Anote-o letra a letra; contam as maiúsculas, os espaços e os acentos. Faça o sorteio com ele, leia o bilhete em voz alta e anote-o.
draw-text = O texto
draw-ticket = Bilhete
draw-number = O seu número em lottery.json
draw-time = Data e hora
draw-by = Tirado por
draw-written-by = Anotado por
draw-witness = Testemunha (nome, assinatura)

# 5
next-title = O que se segue
next-look = Procuro o bilhete na tabela e leio os números dos membros que ocupam os lugares.
next-read = Leio os números dos membros que ocupam os lugares, do ficheiro result.json.
next-numbers = Cada pessoa inscrita tem um número. Está no seu comprovativo. Não se leem nomes.
next-publish = Os ficheiros deste sorteio serão publicados, sem nomes.
next-check = Com eles, qualquer pessoa pode verificar que este bilhete corresponde a estes membros e que nada foi alterado desde que a impressão digital foi tornada pública.
next-table = A tabela está nas páginas { $pages } desta folha.
next-how = Na tabela, o bilhete está a negrito. A seguir está o número da entrada em lottery.json; por baixo, os números dos membros.
next-compare = Faça o sorteio também com o klero. O ficheiro result.json tem de indicar o mesmo bilhete e os mesmos membros que esta folha.
next-dir = DIR é a pasta do registo do sorteio.
next-keep = Guarde esta página e a anterior com o registo do sorteio.
table-none-calculation = Esta folha não tem tabela: o bilhete vem de um cálculo que o klero faz. Qualquer pessoa o pode repetir com os ficheiros publicados.
table-none-many = Esta folha não tem tabela: { $tickets ->
    [one] { $tickets } bilhete seria demasiado
   *[other] os bilhetes são { $tickets }, demasiados
} para imprimir. O ficheiro publicado lottery.json contém-nos a todos.
table-none-large = Esta folha não tem tabela: tantos membros não cabem numa página. O ficheiro publicado lottery.json contém-nos a todos.

# A tabela
table-heading = Bilhetes { $first } a { $last }
table-number = N.º { $number }

# A vista para um ecrã
live-digit = Algarismo n.º { $number } de { $count }
live-tickets = { $count ->
    [one] Resta { $count } bilhete
   *[other] Restam { $count } bilhetes
}
live-panels = { $count ->
    [one] Resta { $count } painel
   *[other] Restam { $count } painéis
}
live-sets = { $count ->
    [one] Resta { $count } conjunto de painéis
   *[other] Restam { $count } conjuntos de painéis
}
live-range = Bilhetes { $first } a { $last }
live-ticket = Bilhete { $ticket }
live-right = São estes os algarismos que saíram?
live-members = Os membros que ocupam os lugares
live-panel = Painel { $number }: os membros que ocupam os lugares
live-more = e mais { $count }
live-keys-digits = 0–9: o algarismo que saiu. Retrocesso: apagar um. Esc: sair.
live-keys-ticket = Enter: mostrar os membros. Retrocesso: apagar um algarismo. Esc: sair.
live-keys-members = Enter: continuar. Esc: sair.
live-small = Esta janela é demasiado pequena. Aumente-a, ou saia com Esc.
