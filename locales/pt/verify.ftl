# A página que verifica um sorteio (verify.html).

page-title = Verificar um sorteio – klero
page-heading = Verificar um sorteio
page-intro = Para o registo de uma assembleia de cidadãos escolhida por sorteio. Esta página repete o sorteio a partir dos ficheiros publicados e diz-lhe se tudo bate certo. Não precisa de confiar em quem fez o sorteio, nem nos computadores dessas pessoas.
page-language = Língua
page-no-script = Esta página só funciona com JavaScript, e o seu navegador tem-no desligado.
page-foot = Escrita a partir da especificação dos registos do klero, independentemente do klero. Não partilha código com a verificação do próprio klero nem com o programa verify.py.
choose-heading = O que quer verificar?
choose-how = Arraste para aqui a pasta de um registo, ou os seus ficheiros, ou o seu próprio comprovativo. Ou escolha-os:
choose-folder = A pasta de um registo
choose-files = Os ficheiros de um registo
choose-receipt = O seu comprovativo
choose-private = Nada sai do seu dispositivo: esta página está proibida de usar a rede, e funciona sem ela. Num telemóvel, escolha os ficheiros.
choose-together = Um comprovativo é verificado em conjunto com um registo: escolha ambos, um a seguir ao outro. Os registos que se seguem uns aos outros (foram substituídas pessoas, foram sorteados suplentes, começou um novo mandato) são verificados em conjunto: ponha as pastas deles numa só pasta, e escolha ou arraste essa. Um comprovativo é então comparado com o registo a que pertence.
progress-label = Verificações feitas

# A linha que diz o que se está a passar
status-files = A ler os ficheiros…
status-lottery = A ler a lotaria…
status-pool = A ler a lista de inscritos…
status-check = A fazer a verificação { $check }…
status-record = { $record }: { $progress }
status-done = Terminado: { $verdict }.
status-nothing = Nenhum destes ficheiros pertence a um registo, e nenhum é um comprovativo.
status-nothing-of = Nenhum destes ficheiros pertence a um registo, e nenhum é um comprovativo ({ $names }).
status-receipts = Entre estes ficheiros há mais de um comprovativo; escolha o que quer verificar.
status-receipt = Isto é um comprovativo. Escolha agora também o registo do sorteio, para que os dois possam ser comparados.
status-trouble = Algo correu mal nesta página: { $error }. Carregue-a de novo e volte a tentar.

# Veredictos
verified = VERIFICADO
not-verified = NÃO VERIFICADO
together = VERIFICADOS EM CONJUNTO
not-together = NÃO VERIFICADOS EM CONJUNTO
verdict-notes = { $verdict } ({ $notes })
verdict-solver = { $count ->
    [one] { $verdict }, COM A RESSALVA DE QUE A EQUIDADE DE { $count } ETAPA ASSENTA NA PALAVRA DO PROGRAMA QUE CALCULOU A LOTARIA
   *[other] { $verdict }, COM A RESSALVA DE QUE A EQUIDADE DE { $count } ETAPAS ASSENTA NA PALAVRA DO PROGRAMA QUE CALCULOU A LOTARIA
}
notes = { $one }; { $more }
note-rehearsal = ENSAIO, NÃO É O SORTEIO
note-undrawn = só a lotaria; nada foi sorteado
note-uncommitted = sem compromisso prévio; a semente pode ter sido escolhida à medida
note-uncertified = sem prova de equidade; não se verificou até que ponto a lotaria é justa
note-gap = as probabilidades afastam-se até { $points } pontos percentuais das mais justas
note-quotas = quotas diferentes das anteriores
note-excluded = { $count ->
    [one] é excluída { $count } pessoa a mais do que pede o passo deste registo
   *[other] são excluídas { $count } pessoas a mais do que pede o passo deste registo
}
note-certain = { $count ->
    [one] { $count } pessoa sairá com certeza como suplente
   *[other] { $count } pessoas sairão com certeza como suplentes
}
note-many = mais suplentes do que lugares
note-public = forma pública; verificações que precisam do registo completo: { $count }
pass = PASSOU
fail = FALHOU
not-checked = SEM VERIFICAÇÃO

# O resultado
result-tally = Verificações que passaram: { $passed }; que falharam: { $failed }; que não puderam ser feitas: { $open }.
result-time = Demorou { $seconds } s.
result-records = Registos: { $count }.
result-wrong = O que está errado:
result-limits = O que nenhuma verificação pode mostrar
result-aside = Postos de parte, porque não são ficheiros de um registo: { $names }.
result-aside-more = Postos de parte, porque não são ficheiros de um registo: { $names }; e outros, { $count }.
result-record = Registo { $number }: { $name }
result-rehearsals = ENSAIO, NÃO É O SORTEIO: { $count } destes { $all } registos
result-checks = Todas as verificações
result-about = O que diz o registo
hint-chain = Este registo segue-se a outro, e só pode ser verificado em conjunto com ele: ponha a pasta de cada registo numa só pasta, e escolha ou arraste essa pasta.
fingerprint-heading = A impressão digital
fingerprint-what = Estes 64 caracteres representam tudo o que vai a sorteio. Compare-os com o que foi publicado antes do sorteio: na página na Internet, no jornal, na sua carta. Com um só carácter diferente, é outro sorteio.
panel-heading = O painel sorteado
panels-heading = Os painéis sorteados
panel-rehearsal = Isto foi um ensaio: nenhuma destas pessoas foi realmente sorteada.
panel-identifiers = Painel { $panel } da lotaria, com estes membros (número e identificador):
panel-numbers = Painel { $panel } da lotaria, com estes membros, pelos seus números:
panels-identifiers = Entrada { $panel } da lotaria, que distribui estes membros (número e identificador) por vários painéis:
panels-numbers = Entrada { $panel } da lotaria, que distribui estes membros, pelos seus números, por vários painéis:
panel-numbered = Painel n.º { $panel }
panel-member = { $number }: { $id }

# Um comprovativo
receipt-heading = O seu comprovativo
receipt-doubt = Algo aqui não passou na sua verificação, por isso não pode confiar em nada do que este registo diga sobre a sua probabilidade ou sobre quem foi sorteado; veja as verificações mais abaixo.
receipt-pool = Estava entre os inscritos, com o número { $number } e com estes dados sobre si:
receipt-known = Estava entre os inscritos, com o número { $number }, com o identificador “{ $id }” e com estes dados sobre si:
receipt-name = Nome
receipt-household = Agregado doméstico
receipt-chance = De { $all } bilhetes, está em { $tickets }: uma probabilidade de { $chance }.
receipt-tickets = Bilhetes em que está: { $tickets }.
receipt-undrawn = Ainda nada foi sorteado.
receipt-drawn = O seu nome saiu no sorteio.
receipt-not-drawn = O seu nome não saiu no sorteio.
receipt-rehearsal = Neste ensaio, que não é o sorteio: { $outcome }

# O que diz o registo
term-rehearsal = Ensaio
term-assembly = Assembleia
term-draw = Sorteio
term-attempt = Tentativa
term-published = Publicação
term-source = De onde vem a semente
term-seed = Semente
term-pool = Pessoas inscritas
term-follows = Segue-se a outro registo
term-seats = Lugares
term-tickets = Bilhetes
term-form = Forma
about-rehearsal = sim: isto não é o sorteio
about-attempt = { $attempt } (as anteriores estão indicadas no compromisso)
about-published = { $moment }, como diz o compromisso
about-seats = { $seats }, em { $panels } painéis que são sorteados em conjunto
about-tickets = { $panels ->
    [one] { $tickets }, em { $panels } painel possível
   *[other] { $tickets }, em { $panels } painéis possíveis
}
about-public = pública: sem os ficheiros que identificam pessoas
about-full = completa
about-uncommitted = completa, sem compromisso prévio
seed-beacon = ronda { $round } da fonte pública de aleatoriedade drand (quicknet), que é emitida { $moment }
seed-digits = { $count ->
    [one] { $count } algarismo, tirado à mão
   *[other] { $count } algarismos, tirados à mão
}
seed-phrase = um texto que alguém diz
seed-empty = vazia
step-replace = são substituídas as pessoas que desistiram do painel
step-replace-part = são substituídas as pessoas que desistiram do painel n.º { $panel }
step-alternates = suplentes para o painel
step-alternates-part = suplentes para o painel n.º { $panel }
step-rotate = um novo mandato; uns membros ficam, os restantes lugares são sorteados de novo
step-after = { $step }, depois do registo com a impressão digital { $fingerprint }
step-after-result = { $step }, depois do registo sem compromisso prévio cujo result.json tem o SHA-256 { $hash }
moment = em { $date }, às { $time } UTC
moment-far = num momento demasiado distante para poder ser indicado
percent = { $number }%
percent-small = menos de { $number }%

# O que nenhuma verificação pode mostrar
limit-pool = Que todas as pessoas que se inscreveram estejam na lista de inscritos, e que cada entrada seja uma pessoa real. (A primeira coisa mostram-na os comprovativos; a segunda, os telefonemas para entradas escolhidas ao acaso.)
limit-published = Que a impressão digital fosse pública no momento que o compromisso indica: compare-a com a que lhe enviaram ou com a que foi impressa. E que não houvesse outro compromisso além dos que são indicados como tentativas anteriores.
limit-uncommitted = Sem compromisso prévio: que o texto da semente não tenha sido escolhido, ou os ficheiros não tenham sido escolhidos à medida desse texto, depois de alguém saber o que deles sairia, e que as células da lista de inscritos sejam as de antes do sorteio.
limit-digits = Que os algarismos não fossem conhecidos antes. Para isso são precisos observadores na sala.
limit-phrase = Que ninguém tenha experimentado textos até encontrar um que sorteasse quem lhe convinha: quem tem os ficheiros pode fazê-lo. Isso depende de quem escolheu as palavras, e de como o fez.
limit-chain = Quando um registo se segue a outro: que nenhum outro registo se siga a esse mesmo, além dos que foram dados aqui; que aqueles de quem se diz que desistiram, ou que estão excluídos por não poderem vir, o tenham dito eles próprios; que tenham sido chamados os suplentes que klero call indica; e que um identificador designe a mesma pessoa nas listas de inscritos de dois mandatos.
limit-quotas = E que quotas diferentes das anteriores, ou as quotas de uma lista de suplentes, não peçam alguém do agrado de quem as fixou. (O ficheiro probabilities.csv mostra quantas pessoas podem ser sorteadas, e com que probabilidades.)
limit-links = Se um ficheiro é uma ligação para outro: um navegador não o diz.

# Nomes das verificações
check-files-present = Os ficheiros estão presentes
check-files-hashes = Os ficheiros são os que foram indicados
check-setup-form = A configuração
check-pool-form = Inscritos e quotas
check-alternates-form = Como foram pedidos os suplentes
check-lottery-form = A lista dos painéis possíveis
check-lottery-size = Tamanho dos painéis
check-lottery-quotas = Quotas em cada painel
check-lottery-rules = Regras sobre pessoas concretas e agregados domésticos
check-lottery-split = Quem está em que painel
check-lottery-parts = Quotas em cada um dos painéis
check-lottery-tickets = Bilhetes dos painéis
check-certificate-form = Prova de equidade: a sua forma
check-certificate-cuts = Prova de equidade: os seus cortes
check-certificate-stages = Prova de equidade: as suas etapas
check-certificate-gap = A lotaria tem as probabilidades provadas
check-probabilities-form = Lista das probabilidades
check-probabilities-tickets = A probabilidade de cada pessoa
check-commit-form = O compromisso
check-commit-pool = Lista selada dos inscritos
check-commit-leaves = Selos dos inscritos
check-commit-time = Ronda da fonte de aleatoriedade depois do compromisso
check-beacon-round = Ronda da fonte de aleatoriedade
check-beacon-signature = Assinatura da fonte de aleatoriedade
check-draw-form = O resultado
check-draw-seed = A semente
check-draw-key = Chave do sorteio
check-draw-ticket = O bilhete
check-draw-panel = O painel sorteado
check-draw-selected = Linhas dos membros sorteados
check-draw-remaining = Linhas de todos os outros
check-draw-panels = Membros sorteados, por painel
check-draw-new = Novos membros
check-draw-alternates = Suplentes pela sua ordem
check-chain-before = O registo a que este se segue
check-chain-pool = Os mesmos inscritos que antes
check-chain-seats = Quem tinha lugar fica ou deixa-o
check-chain-included = Quem pode ficar
check-chain-rules = As mesmas regras que antes
check-chain-time = Uma ronda posterior da fonte de aleatoriedade
check-receipt-form = O seu comprovativo: a sua forma
check-receipt-commitment = O seu comprovativo: o compromisso
check-receipt-leaf = O seu comprovativo: o seu selo
check-receipt-path = O seu comprovativo: a lista dos inscritos
check-receipt-tickets = O seu comprovativo: os seus bilhetes

# Porque é que algo não foi verificado
not-published = Para isto são precisos ficheiros que não estão publicados.
needs-form = Para isto é preciso { $file }, que não tem a forma devida.
needs-pool = Para isto é precisa a lista de inscritos, que não pode ser lida ou não bate certo.
needs-receipt = Para isto é preciso o comprovativo, que não tem a forma devida.
needs-check = Para isto é preciso { $file }, que não passou na sua própria verificação.
needs-certificate = Para isto é precisa a prova de equidade, que não está presente, não pode ser lida ou é sobre outra coisa.
needs-stages = Para isto são precisas as etapas da prova de equidade, que não são válidas.
needs-numbers = Quem tem que número resulta da lista de inscritos, que não está presente ou não tem a forma devida.
needs-randomness = Para isto é preciso um valor aleatório que seja o da sua assinatura.
needs-full = Para isto é precisa a forma completa do registo anterior.
needs-full-all = Para isto é precisa a forma completa de todos os registos que são indicados.
check-failed = Esta página não conseguiu fazer a verificação ({ $error }).
file-beyond = { $file } é mais do que esta página consegue tratar ({ $error }).
file-missing = { $file } não está presente.
file-irregular = { $file } não é um ficheiro normal.
file-large = { $file } é maior do que um ficheiro de um registo pode ser.
file-too-large = { $file } é demasiado grande para esta página; use outro dos programas de verificação.
file-unreadable = { $file } não pode ser lido.
member-unknown = Um painel indica um membro que não existe.
drawn-unknown = { $file } indica um membro que não existe.
in-record = { $record }: { $reason }
record-before = No registo anterior
record-line = Num dos registos anteriores
record-alternates = No registo dos suplentes
record-former = No registo de um painel antigo
record-first = No primeiro sorteio
record-beside = Num registo que substitui membros noutro painel

# files.present, files.hashes
files-stray = { $file } não tem a marca que têm os ficheiros de um ensaio.
files-foreign = { $file } não pertence a este registo, ou nada do que pode ser lido diz que pertence.
files-there = Estão presentes todos os ficheiros ({ $count }), nenhum é demasiado grande, e não há nenhum que não pertença a um registo deste tipo.
files-unnamed = { $by } não indica { $file }.
files-named = { $by } indica { $file }, e não devia.
files-changed = { $file } não é o ficheiro que { $by } indica: este ficheiro foi alterado, ou outro o foi.
files-match = As impressões digitais dos ficheiros que o registo indica ({ $count }) são as dos seus ficheiros.

# setup.form, pool.form, alternates.form, probabilities
setup-good = A configuração da lotaria está escrita como deve ser.
pool-good = A lista de inscritos (pessoas: { $members }) e as quotas ({ $quotas }) podem ser lidas e batem certo.
alternates-number = alternates.json não pede tantos suplentes como setup.json indica ({ $alternates }).
alternates-good = alternates.json está escrito como deve ser, e pede tantos suplentes como há lugares ({ $alternates }).
chances-rows = O número de linhas de probabilities.csv é { $rows }, e o de pessoas inscritas é outro: { $members }.
chances-person = O número { $number } de probabilities.csv não é a pessoa a quem a lista de inscritos dá esse número.
chances-listed = A lista das probabilidades tem uma linha para cada pessoa inscrita, por ordem.
chances-rows-other = A lista das probabilidades não tem uma linha para cada pessoa inscrita.
chances-other = Os bilhetes da pessoa número { $number } na lotaria são { $tickets }, e a lista das probabilidades diz outra coisa.
chances-good = A probabilidade de cada pessoa é a que a lotaria lhe dá.

# lottery
lottery-member = Um painel tem o membro número { $number }; só há { $members }.
lottery-seats = O número de lugares em lottery.json é { $seats }, e em { $file }, { $other }.
lottery-tickets = O número de bilhetes em lottery.json é { $tickets }, e em { $file }, { $other }.
lottery-good = A lotaria enumera os seus painéis possíveis ({ $panels }) por ordem, e nenhum duas vezes.
size-wrong = O número de membros do painel { $panel } é { $members } em vez de { $size }.
size-good = Cada painel tem tantos membros como há lugares: { $size }.
quotas-good = Cada painel cumpre todas as quotas.
rules-good = Cada painel cumpre as regras sobre pessoas concretas e agregados domésticos.
split-good = Cada entrada da lotaria está dividida em painéis do mesmo tamanho ({ $panels }).
parts-good = Cada um dos painéis que são sorteados em conjunto ({ $panels }) cumpre todas as quotas.
tickets-none = O painel { $panel } não tem nenhum bilhete.
tickets-sum = Os painéis têm ao todo { $sum } bilhetes, e não { $tickets }.
tickets-good = Cada painel tem pelo menos um bilhete, e em conjunto têm todos os { $tickets }.
panel-quota = Painel { $panel }: as pessoas que contam para a linha de dados { $row } de quotas.csv são { $people }, e essa linha pede de { $min } a { $max }.
panel-part = Painel { $part } de { $parts } na entrada { $panel } da lotaria: as pessoas que contam para a linha de dados { $row } de quotas.csv são { $people }, e essa linha pede de { $min } a { $max }.
panel-include = A pessoa número { $number }, que está incluída, não tem lugar no painel { $panel }.
panel-exclude = A pessoa número { $number }, que está excluída, tem lugar no painel { $panel }.
panel-household = O painel { $panel } tem demasiadas pessoas do agregado doméstico da pessoa número { $number }.
panel-apart = O painel { $panel } tem duas pessoas do grupo { $group } de pessoas que devem ficar separadas.

# certificate
certificate-types = certificate.json conta { $types } tipos de pessoas inscritas, e a lista de inscritos tem { $found }.
certificate-rule = certificate.json usa uma regra “{ $rule }” que este registo não tem.
certificate-good = A prova de equidade está escrita como deve ser (etapas: { $stages }, cortes: { $cuts }).
cuts-solver = Há cortes que assentam na palavra do programa que calculou a lotaria (números { $cuts }), e etapas que os usam (números { $stages }).
cuts-none = A prova de equidade não usa nenhum corte.
cuts-good = A prova de equidade usa { $cuts ->
    [one] { $cuts } corte, provado com cálculos.
   *[other] { $cuts } cortes, provados com cálculos.
}
cut-unproven = O corte { $cut } não está provado: { $why }
stage-wrong = A etapa { $stage } não é válida: { $why }
stage-again = A etapa { $stage } fixa o tipo { $type } uma segunda vez.
stage-open = O tipo { $type } nunca é fixado.
stages-good = { $stages ->
    [one] A prova de equidade é válida em { $stages } etapa: nenhuma lotaria sobre painéis que cumpram as regras é mais justa. Isto foi demonstrado apenas com cálculos.
   *[other] A prova de equidade é válida em { $stages } etapas: nenhuma lotaria sobre painéis que cumpram as regras é mais justa. Isto foi demonstrado apenas com cálculos.
}
stages-solver = { $stages ->
    [one] A prova de equidade é válida em { $stages } etapa: nenhuma lotaria sobre painéis que cumpram as regras é mais justa; etapas demonstradas apenas com cálculos: { $alone }.
   *[other] A prova de equidade é válida em { $stages } etapas: nenhuma lotaria sobre painéis que cumpram as regras é mais justa; etapas demonstradas apenas com cálculos: { $alone }.
}
gap-wrong = A probabilidade de alguém na lotaria difere da provada em { $gap }, o que é mais do que um arredondamento.
gap-good = A probabilidade de cada pessoa na lotaria é a provada, com uma diferença de { $gap } no máximo.
proof-rule = aqui não há nenhuma regra “{ $rule }”.
proof-sign = “{ $rule }” não pode ter um multiplicador negativo.
proof-leaf = uma folha da sua prova não o mostra.
proof-range = o seu valor não está entre 0 e 1.
proof-below = o seu valor está abaixo do da etapa anterior.
proof-last = não tem multiplicadores, e não é uma última etapa com o valor 1.
proof-left = os seus tipos não são todos os que restam.
proof-types = os seus tipos não são os que os seus multiplicadores indicam.
proof-value = o seu valor não é o que os seus multiplicadores dão.

# commit e beacon
commit-differs = commit.txt e setup.json não concordam: “{ $line }” é { $own } no primeiro e { $other } no segundo.
commit-follows = { $says } diz que este registo se segue a outro, e { $silent } não o diz.
commit-good = O compromisso está escrito como deve ser.
commit-lines = O número de linhas de pool.leaves é { $lines }; para { $members } pessoas inscritas tem de haver mais uma linha do que pessoas.
commit-other = A lista selada dos inscritos não é a que o compromisso fixou.
commit-sealed = A lista selada dos inscritos é a que o compromisso fixou.
seal-setup = O selo de setup.json em pool.leaves é outro.
seal-member = O selo da pessoa número { $number } em pool.leaves é diferente do que corresponde à lista de inscritos.
seals-good = A lista selada dos inscritos foi feita a partir desta lista de inscritos.
round-known = A ronda da fonte de aleatoriedade já era conhecida quando o compromisso foi publicado.
round-later = A ronda da fonte de aleatoriedade é emitida depois do momento em que, segundo o compromisso, este é publicado.
randomness-other = O valor aleatório em beacon.json não é o da sua assinatura.
round-other = beacon.json contém a ronda { $round }, e o compromisso indica a ronda { $named }.
round-good = beacon.json contém a ronda { $round }, que é a que o compromisso indica.
signature-wrong = A assinatura não é a da fonte pública de aleatoriedade para esta ronda.
signature-good = A fonte pública de aleatoriedade assinou esta ronda, de modo que ninguém podia escolher o número que dela saiu.

# draw
result-key = result.json tem uma chave, embora o bilhete sejam algarismos.
result-no-key = result.json não tem chave.
result-good = O resultado está escrito como deve ser.
seed-blank = O texto da semente está em branco.
seed-spelled = O texto da semente não está na forma em que é anotado (NFC, sem espaços em branco à volta).
seed-commitment = result.json indica um compromisso, e não há nenhum.
seed-fingerprint = result.json indica uma impressão digital diferente da de commit.txt.
seed-text = A semente é um texto que foi dito.
seed-text-asked = A semente é um texto que foi dito, como o compromisso pedia.
seed-count = A semente não tem tantos algarismos como o compromisso pedia ({ $count }).
seed-digits-good = A semente são algarismos, tantos como o compromisso pedia.
seed-random = A semente não é o valor aleatório da fonte pública de aleatoriedade.
seed-random-good = A semente é o valor aleatório da fonte pública de aleatoriedade.
seed-no-random = A semente não é um valor aleatório de uma fonte pública de aleatoriedade.
key-good = A chave do sorteio resulta da semente e daquilo que foi a sorteio.
key-wrong = A chave do sorteio não resulta da semente.
ticket-digits = O bilhete não são os algarismos que foram tirados.
ticket-digits-good = O bilhete são os algarismos que foram tirados.
ticket-wrong = A chave sorteia o bilhete { $ticket }, e result.json diz { $named }.
ticket-good = A chave sorteia o bilhete { $ticket } de { $tickets } (são contados a partir de 0).
drawn-none = Nenhum painel tem o bilhete.
drawn-other = O painel { $panel } tem o bilhete, e result.json indica o painel { $named }.
drawn-members = Os membros em result.json não são os que o painel tem na lotaria.
drawn-good = O painel { $panel } tem o bilhete, e os seus membros ({ $members }) estão indicados.
rows-split = split.json não diz em que painel estão os membros sorteados.
selected-wrong = { $file } não contém exatamente as linhas dos membros sorteados, tal como estão na lista de inscritos.
selected-good = { $file } contém exatamente as linhas dos membros sorteados, tal como estão na lista de inscritos.
remaining-wrong = { $file } não contém exatamente as linhas de todas as pessoas que não foram sorteadas, tal como estão na lista de inscritos.
remaining-good = { $file } contém exatamente as linhas de todas as pessoas que não foram sorteadas, tal como estão na lista de inscritos.
panels-wrong = { $file } não contém exatamente as linhas dos membros sorteados, por painel, tal como estão na lista de inscritos.
panels-good = { $file } contém exatamente as linhas dos membros sorteados, por painel, tal como estão na lista de inscritos.
new-wrong = { $file } não contém exatamente as linhas dos membros sorteados que antes não tinham lugar, tal como estão na lista de inscritos.
new-good = { $file } contém exatamente as linhas dos membros sorteados que antes não tinham lugar, tal como estão na lista de inscritos.
ordered-wrong = { $file } não contém exatamente as linhas dos suplentes pela sua ordem, tal como estão na lista de inscritos.
ordered-good = { $file } contém exatamente as linhas dos suplentes pela sua ordem, tal como estão na lista de inscritos.

# chain
chain-missing = Um registo a que este se segue, ou que este indica, não está entre os que foram dados: escolha a pasta em que estão as pastas de todos eles (o SHA-256 de result.json é { $hashes }).
chain-missing-together = Um registo a que este se segue, ou que este indica, não está entre os que foram dados: ponha a pasta de cada um na pasta que escolher (o SHA-256 de result.json é { $hashes }).
before-differs = commit.txt e setup.json não indicam o mesmo registo e o mesmo passo.
before-fingerprint = O registo anterior tem uma impressão digital diferente da que é indicada.
before-rehearsal = Um registo que este indica é um ensaio, e este não é.
before-circle = O registo anterior segue-se, por sua vez, a este, pelo que nenhum é o primeiro.
before-alternates = O registo anterior contém suplentes, e não um painel.
before-part = O registo anterior não tem um painel n.º { $panel }.
before-parts = O registo anterior sorteia vários painéis, e este não diz a qual deles se segue.
before-numbered = Duas pessoas são a mesma quando os seus identificadores o são, e num destes registos as linhas estão apenas numeradas.
before-no-alternates = O registo que é indicado como registo de suplentes não o é.
before-other-alternates = Os suplentes são os de outro painel.
before-competes = Outro dos registos dados substitui membros ou começa um novo mandato depois do mesmo registo que este.
before-repeats = Outro dos registos dados contém suplentes para o mesmo painel.
before-good = O registo a que este se segue está entre os que foram dados, e nada do que foi dado contradiz que este passo venha depois dele.
same-pool = A lista de inscritos é a mesma que antes.
other-pool = A lista de inscritos não é a mesma que no registo anterior.
other-id-column = Os identificadores estão noutra coluna que não a do registo anterior, de modo que o mesmo número pode ser outra pessoa.
other-leaves = A lista selada dos inscritos não é a do registo anterior.
tables-both = Para isto é preciso { $file } de ambos os registos. { $reason }
seats-silent = O registo não diz quem está no seu painel n.º { $panel }.
seats-alternate = A pessoa número { $number } já tem lugar ou já o teve, e pode ser sorteada como suplente.
seats-alternates-good = Ninguém que tenha ou já tenha tido lugar pode ser sorteado como suplente.
seats-unsure = A pessoa número { $number } estava no painel anterior, e nem fica com certeza nem desiste.
seats-other = A pessoa número { $number } está noutro painel, ou desistiu deste, e pode ser sorteada.
seats-unchanged = Ninguém do painel anterior desistiu, de modo que não há nenhum lugar por preencher.
seats-size = O número de lugares é { $seats }, e no painel anterior era { $before }.
seats-twice = A pessoa número { $number } foi sorteada aqui, e está noutro painel do mesmo sorteio, no qual outro registo substitui membros.
seats-good = Todos os que estavam no painel anterior ficam com certeza ou desistiram.
seats-rotate-unsure = A pessoa número { $number } estava no painel anterior, e nem fica com certeza nem está excluída.
seats-rotate-former = A pessoa número { $number } estava num painel antigo, e não está nem incluída nem excluída.
seats-rotate-good = Todos os que antes tinham lugar ficam com certeza ou estão excluídos, e quem descansa também está excluído, a não ser que esteja incluído.
included-none = Ninguém está incluído.
included-alternate = Há alguém incluído entre os suplentes.
included-wrong = A pessoa número { $number } está incluída, e não estava no painel anterior.
included-wrong-alternates = A pessoa número { $number } está incluída, e nem estava no painel anterior nem figura entre os suplentes.
included-good = Todos os que estão incluídos estavam no painel anterior.
included-good-alternates = Todos os que estão incluídos estavam no painel anterior, ou são suplentes.
rules-columns = As colunas que formam um agregado doméstico são diferentes das do registo anterior.
rules-limit = Pessoas do mesmo agregado doméstico que podem ter lugar: { $limit }; no registo anterior: { $before }.
rules-excluded = A pessoa número { $number } está excluída no registo anterior, e neste não.
rules-apart-lost = As pessoas com os números { $numbers } devem ficar separadas segundo o registo anterior, e segundo este, não.
rules-apart-new = As pessoas com os números { $numbers } devem ficar separadas, e segundo o registo anterior, não.
rules-apart-strangers = As pessoas com os números { $numbers } devem ficar separadas, o que o registo anterior não pedia, e não são do mesmo agregado doméstico.
rules-apart-included = As pessoas com os números { $numbers } devem ficar separadas, o que o registo anterior não pedia, e uma delas está incluída.
rules-barred = A pessoa número { $number } entrou, embora alguém de outro painel seja do mesmo agregado doméstico ou deva ficar separado dela.
rules-same = As regras são as do registo anterior, e não entrou ninguém cuja entrada outras pessoas impeçam.
time-wrong = A ronda da fonte de aleatoriedade é aí a { $before }, e a ronda { $round } deste registo não vem depois dela.
time-early = A ronda { $before } da fonte de aleatoriedade ainda não tinha sido emitida quando o compromisso deste registo foi publicado.
time-good = A ronda da fonte de aleatoriedade vem depois das de todos os registos anteriores, e o compromisso só foi publicado quando estas já tinham sido emitidas.

# receipt
receipt-form-good = O comprovativo está escrito como deve ser.
receipt-other = O comprovativo é de outro sorteio, ou de outra tentativa: a sua impressão digital não é a de commit.txt.
receipt-belongs = O comprovativo pertence a este compromisso.
receipt-no-number = Não há nenhum número { $number } na lista selada dos inscritos.
receipt-unsealed = O que o comprovativo diz sobre o seu titular não é o que foi selado.
receipt-sealed = O que o comprovativo diz sobre o seu titular é o que foi selado.
receipt-path-wrong = O comprovativo não conduz à lista dos inscritos que o compromisso fixou.
receipt-path-good = O comprovativo conduz à lista dos inscritos que o compromisso fixou.
receipt-tickets-wrong = Os bilhetes da pessoa número { $number } são { $tickets } na lotaria e { $claimed } no comprovativo.
receipt-tickets-good = Dos { $tickets } bilhetes da lotaria, a pessoa número { $number } tem { $own }.

# Porque é que um ficheiro não é como deve ser. Os lugares num ficheiro ($where) são nomes e, nas listas, números a partir de 1.
receipt-file = O comprovativo
bad-text = { $file } não é texto UTF-8.
bad-json = { $file } não é JSON tal como os registos o têm: { $what } (byte { $byte }).
json-expected = falta “{ $mark }”
json-deep = demasiados níveis, uns dentro dos outros
json-value = algo que não é um valor, ou um número negativo
json-short = termina demasiado cedo
json-number = um número que não está escrito como número inteiro menor que 2^53
json-open = uma cadeia de texto que não termina
json-control = um carácter de controlo numa cadeia de texto
json-escape = uma sequência de escape que o JSON não tem
json-surrogate = meio carácter (um “surrogate” isolado)
json-key = falta o nome de um campo
json-twice = o campo “{ $key }” está duas vezes
json-more = há mais alguma coisa depois do fim
bad-object = { $file } não é um objeto JSON onde o devia ser ({ $where }).
bad-key = { $file } tem um campo que não está descrito: { $where }.
bad-no-key = { $file } não tem um campo que devia ter: { $where }.
bad-value = { $file }, { $where }: isto não é “{ $wanted }”.
bad-whole = { $file }, { $where }: isto não é um número inteiro de pelo menos { $least }.
bad-most = { $file }, { $where }: { $number } é mais do que { $most }.
bad-string = { $file }, { $where }: isto não é um texto.
bad-hash = { $file }, { $where }: isto não é um SHA-256 (64 algarismos hexadecimais em minúsculas).
bad-signature = { $file }, { $where }: isto não são 96 algarismos hexadecimais em minúsculas.
bad-list = { $file }, { $where }: isto não é uma lista.
bad-twice = { $file }, { $where }: algo é indicado duas vezes.
bad-order = { $file }, { $where }: isto não está por ordem ascendente.
bad-fraction = { $file }, { $where }: isto não é uma fração irredutível.
bad-zero = { $file }, { $where }: isto é um 0, que não se escreve.
bad-rule = { $file }, { $where }: “{ $rule }” não é uma regra.
bad-type = { $file }, { $where }: não existe esse tipo de pessoas inscritas.
bad-deep = { $file }, { $where }: a prova tem mais de { $most } ramos uns debaixo dos outros.
bad-objective = { $file }, { $where }: isto não é o nome de um objetivo.
bad-step = { $file }: “{ $step }” não é um passo que se siga a outro registo.
bad-alternates = { $file } indica suplentes, mas não substitui ninguém.
bad-former = { $file } indica painéis antigos, mas não começa um novo mandato.
bad-panels-few = { $file } diz que são sorteados em conjunto menos de dois painéis.
bad-panels-size = { $file }: { $size } lugares não podem ser repartidos por { $panels } painéis do mesmo tamanho.
bad-panels-follows = { $file } segue-se a outro registo, e tem vários painéis próprios.
bad-both = { $file }: alguém está incluído e excluído.
bad-apart = { $file }: um grupo de pessoas que devem ficar separadas tem menos de duas.
bad-limit = { $file }: o limite para os agregados domésticos não é 1, mas nenhuma coluna forma agregados.
bad-end = { $file } não termina com um fim de linha.
bad-first-line = { $file } não começa com a linha “{ $line }”.
bad-line-missing = { $file } não tem a sua linha “{ $line }” no lugar próprio.
bad-line = { $file } tem uma linha “{ $line }” que não tem a forma descrita.
bad-attempts = { $file } indica um número de tentativas anteriores ({ $count }) diferente do que a tentativa { $attempt } tem.
bad-attempt-twice = { $file } indica duas vezes uma tentativa anterior.
bad-digits = { $file } pede um número de algarismos ({ $count }) diferente do que numera os seus bilhetes.
bad-file-lines = { $file } tem as suas linhas “file” por outra ordem, ou uma duas vezes.
bad-leaf = { $file } não tem um SHA-256 na linha { $line }.
bad-leaves = { $file } tem { $lines } linhas, e as pessoas inscritas são { $members }.
bad-panel-order = { $file }: o painel { $panel } não vem depois do que está antes dele.
bad-lists = { $file } tem { $lists } listas, e a lotaria { $panels } painéis.
bad-entries = { $file }, lista { $list }: o número de entradas é { $entries }, e o de membros, { $members }.
bad-part = { $file }, lista { $list }: não existe um painel { $part } de { $parts }.
bad-seats = { $file }, lista { $list }: o número de membros do painel { $part } é { $members } em vez de { $seats }.
bad-feature = { $file }: uma característica da folha (“leaf”) não é um par.
bad-leaf-text = { $file }: a folha (“leaf”) não está escrita na forma descrita.
bad-nul = { $file } contém um byte NUL.
bad-no-header = { $file } não tem linha de cabeçalho.
bad-no-rows = { $file } não tem nenhuma linha abaixo do cabeçalho.
bad-cells = { $file }, linha { $line }: o número de células é { $cells }, e no cabeçalho, { $header }.
bad-open-quote = { $file }: umas aspas na linha { $line } nunca são fechadas.
bad-after-quote = { $file }: há texto depois de umas aspas de fecho, na linha { $line } ou abaixo dela.
bad-column-twice = { $file } tem mais de uma coluna “{ $column }”.
bad-no-column = { $file } não tem nenhuma coluna “{ $column }”.
bad-column-spelled = { $file } escreve a coluna “{ $column }” de outra maneira: “{ $found }”.
bad-id-column = { $file } tem uma coluna “{ $column }”, de modo que as suas linhas não podem ser numeradas em vez de a usar.
bad-id-blank = { $file } tem um identificador em branco na linha de dados { $row }.
bad-id-twice = { $file } tem duas linhas diferentes com o identificador “{ $id }”.
bad-cell = { $file } tem “{ $cell }” como { $category } de “{ $id }”, o que as quotas não têm.
bad-mark = { $file } não tem “{ $mark }” como primeira célula de cada linha, como um ensaio tem.
bad-header = { $file } não tem o cabeçalho “{ $wanted }”.
bad-number = { $file } não tem o número { $number } no lugar próprio.
bad-quota-header = { $file } não tem exatamente um dos três cabeçalhos que são entendidos.
bad-quota-order = { $file }, linha de dados { $row }: o mínimo está acima do máximo.
bad-quota-flex = { $file }, linha de dados { $row }: “{ $column }” deixa menos margem do que a própria quota.
bad-quota-number = { $file }, linha de dados { $row }: “{ $cell }” não é um número inteiro de 0 a { $most }.
bad-quota-value = { $file } não tem nenhum valor na linha de dados { $row }.
bad-quota-twice = { $file } tem duas vezes o valor “{ $value }” de “{ $category }”.
bad-quota-category = { $file } não tem na linha de dados { $row } nem uma coluna da lista de inscritos nem uma combinação de valores que tenham linhas próprias.
bad-quota-categories = { $file } tem duas vezes uma categoria na combinação da linha de dados { $row }.
bad-quota-second = { $file } tem na linha de dados { $row } uma segunda quota para a mesma combinação.
fit-members = O número de pessoas inscritas em pool.csv é { $members }, e em setup.json, { $stated }.
fit-seats = O painel tem { $seats } lugares, e as pessoas que os podem ocupar são apenas { $open }.
fit-few = Há pessoas inscritas a menos para o mínimo da linha de dados { $row } de quotas.csv.
fit-more = A linha de dados { $row } de quotas.csv pede mais pessoas do que há lugares.
fit-included = Há mais pessoas incluídas do que permite a linha de dados { $row } de quotas.csv.
fit-minimums = Os mínimos de “{ $category }” somam mais do que os lugares ({ $seats }).
fit-maximums = Os máximos de “{ $category }” somam menos do que os lugares ({ $seats }).
fit-included-seats = Há mais pessoas incluídas do que lugares.
fit-household = Há mais pessoas incluídas do mesmo agregado doméstico do que as que podem ter lugar.
fit-apart = Há duas pessoas incluídas que devem ficar separadas.
