# A página sobre um sorteio (klero report) e os seus gráficos (klero plot).

rehearsal = ENSAIO, NÃO É O SORTEIO
rehearsal-explained = Esta página é sobre um ensaio. Não designa ninguém.

title-drawn = Como o painel foi sorteado
title-panels = Como os painéis foram sorteados
title-waiting = A lotaria para o painel
title-replace = Como os lugares vagos foram preenchidos
title-alternates = Como os suplentes foram sorteados
title-rotate = Como foi sorteado o painel do novo mandato

how-heading = Em resumo
how-quotas = Inscreveram-se mais pessoas do que há lugares. As quotas, fixadas antes do sorteio, dizem quantos lugares cada grupo recebe no mínimo e no máximo.
how-panels = Um computador formou muitos painéis que cumprem todas as quotas e deu a cada um deles bilhetes numerados.
how-sets = Um computador formou muitos conjuntos de painéis deste tipo, em que cada painel cumpre todas as quotas, e deu a cada conjunto bilhetes numerados.
how-leximin = Os bilhetes estão repartidos de modo que a pessoa com a menor probabilidade tenha a maior que as quotas permitem; depois, o mesmo para a pessoa com a menor probabilidade seguinte, e assim por diante.
how-fairest = Nenhuma outra lotaria é mais justa neste sentido.
how-rounded = Com { $tickets } bilhetes, as probabilidades só se podem repartir em bilhetes inteiros. Por isso esta lotaria não é inteiramente a mais justa: as suas probabilidades afastam-se até { $points } pontos percentuais das mais justas.
how-other = Os bilhetes estão repartidos segundo a regra “{ $objective }”. Não se afirma que não exista uma lotaria mais justa.
how-ticket = Depois foi tirado um bilhete. Todos os bilhetes eram igualmente prováveis, e fica designado o painel que tem esse bilhete.
how-waiting = Ainda não foi tirado nenhum bilhete. Quando for, todos os bilhetes serão igualmente prováveis, e ficará designado o painel que tiver o bilhete tirado.
how-together = São sorteados vários painéis em conjunto de entre as mesmas pessoas. As quotas valem para cada um, e ninguém está em dois.
how-replace = Alguns membros de um painel anterior desistiram. Quem ficou mantém o seu lugar; outras pessoas da mesma lista de inscritos ocupam os lugares vagos. As quotas valem para todos os que então fazem parte do painel.
how-alternates = Os suplentes entram quando desistem membros do painel. Quem já está no painel não podia ser sorteado.
how-rotate = Começa um novo mandato. Quem fica mantém o seu lugar; os outros lugares vão para novos membros. Os antigos membros descansam.
how-rules = Outras regras que todos os painéis cumprem:
rule-household = pessoas do mesmo agregado doméstico que podem estar no painel, no máximo: { $limit }
rule-apart = grupos de pessoas das quais no máximo uma pode estar no painel: { $groups }
rule-include = pessoas que estão em todos os painéis: { $people }
rule-exclude = pessoas inscritas que não estão em nenhum painel: { $people }

fact-pool = Pessoas inscritas
fact-panel = Lugares no painel
fact-panels = Painéis deste tamanho, sorteados em conjunto
fact-open-people = Pessoas que podiam ser sorteadas
fact-open-seats = Lugares disponíveis para elas
fact-lottery = Painéis na lotaria
fact-sets = Conjuntos de painéis na lotaria
fact-tickets = Bilhetes
fact-ticket = Bilhete tirado (a contar de 0)
fact-number = Número do painel sorteado
fact-smallest = Menor probabilidade
fact-none = Pessoas sem bilhete
fact-smallest-drawn = Menor probabilidade de quem pode ser sorteado
fact-largest = Maior probabilidade

groups-heading = Inscritos, quotas e painel
groups-intro = De cada grupo: a sua proporção entre as pessoas inscritas e no painel. Os parênteses retos marcam a menor e a maior proporção do painel que a quota permite.
groups-intro-population = De cada grupo: a sua proporção na população, entre as pessoas inscritas e no painel. Os parênteses retos marcam a menor e a maior proporção do painel que a quota permite.
groups-title = { $category }: proporções e quotas
legend-brackets = a menor e a maior proporção do painel que a quota permite
quota = quota de { $range }
bar-population = população { $share }
bar-pool = inscritos { $share }
bar-panel = painel { $seats } ({ $share })
bar-numbered = painel { $number }: { $seats } ({ $share })
bar-average = em média { $seats } ({ $share })
groups-together = Quotas sobre várias características ao mesmo tempo

table = Os números numa tabela: { $title }
col-group = Grupo
col-quota = Quota fixada
col-pool = Inscritos
col-pool-share = Proporção entre os inscritos
col-population = Proporção na população
col-average = Lugares em média
col-panel = Lugares no painel
col-numbered = Painel { $number }

names-heading = Os membros sorteados
names-note = Esta lista contém dados pessoais. Entregue-a apenas a quem está autorizado a vê-la.
col-on-panel = Painel
col-new = Novo
is-new = sim

chances-heading = As probabilidades de todos
chances-intro = Todas as pessoas inscritas estão por ordem da sua probabilidade, a menor primeiro. As probabilidades diferem por causa das quotas: onde poucas pessoas de um grupo se inscreveram, cada uma delas tem de ser sorteada mais vezes.
chances-open = Trata-se aqui das pessoas que podiam ser sorteadas. Se têm lugar as que ficam ou as que estão de fora não foi a lotaria que decidiu.
chances-smallest = A menor probabilidade é { $chance }, a maior { $largest }.
chances-smallest-drawn = Entre quem pode ser sorteado, a menor probabilidade é { $chance }.
chances-bound = Nenhuma lotaria que cumpra as regras pode dar a todos mais de { $fraction } ({ $chance }). A prova está no registo do sorteio (certificate.json), e klero verify verifica-a com cálculos.
chances-bound-rest = Nenhuma lotaria que cumpra as regras pode dar mais de { $fraction } ({ $chance }) a todas as pessoas que têm alguma possibilidade de ser sorteadas. A prova está no registo do sorteio (certificate.json), e klero verify verifica-a com cálculos.
chances-even = Se as quotas não contassem, todos teriam a mesma probabilidade: { $seats } em { $people }, ou seja, { $chance }.
chances-none = Pessoas sem nenhum bilhete, embora ninguém as tenha excluído: { $people }. Em regra, as quotas não lhes deixam nenhum lugar.
chances-legacy = Para comparação: até há alguns anos, a maioria das assembleias preenchia os lugares um a um com uma regra gulosa (“legacy”). Experimentada { $draws } vezes com estas pessoas (semente { $seed }), sorteou a pessoa que menos vezes sorteou em { $smallest } das tentativas, e a que mais vezes sorteou em { $largest }.
chances-no-legacy = Para comparação, experimentou-se também uma regra gulosa (“legacy”) com que antes a maioria das assembleias preenchia os lugares um a um. Não encontrou nenhum painel.
chart-chances = Probabilidades de obter um lugar
axis-members = proporção das pessoas, da menor probabilidade à maior
curve-lottery = esta lotaria
curve-none = pessoas sem bilhete nela: { $people }
curve-legacy = regra gulosa, com { $draws } tentativas
line-even = a mesma probabilidade para todos: { $chance }
line-bound = não se pode dar a todos mais de: { $chance }
line-bound-rest = não se pode dar a todas as pessoas que podem ser sorteadas mais de: { $chance }
mark-smallest = menor { $chance }
mark-largest = maior { $chance }
mark-beyond = maior { $chance }, acima da imagem ↑
col-people = Pessoas
col-lottery = Esta lotaria
col-legacy = Regra gulosa
row-least = a menor probabilidade
row-part = { $share } das pessoas têm no máximo
row-most = a maior probabilidade

letters-heading = Da carta ao lugar
letters-intro = Quem recebeu uma carta podia inscrever-se. Por isso, a probabilidade de alguém de um agregado doméstico estar no painel tem três partes: a de receber uma carta, que foi sorteada; a de que alguém responda, que depende das pessoas; e a de ser escolhido, que esta lotaria dá.
letters-title = As probabilidades, da carta ao lugar
letters-everybody = todos os agregados
letters-col-group = Grupo
letters-col-households = Agregados domésticos
letters-col-letters = Cartas
letters-col-invited = Probabilidade de receber uma carta
letters-col-answered = Cartas respondidas
letters-col-selected = Probabilidade de ser escolhido, em média
letters-col-sits = Probabilidade de obter um lugar
letters-note = A probabilidade de receber uma carta e a de ser escolhido são exatas. Quantas cartas são respondidas não se pode saber antes; a proporção é o que aconteceu. A probabilidade de obter um lugar é o produto das três: a de um agregado do grupo, em média.

pairs-heading = Dois grupos ao mesmo tempo
pairs-intro = As quotas falam de um grupo de cada vez. Para as pessoas que pertencem a dois grupos ao mesmo tempo, por exemplo { $example }, ninguém fixou um número de lugares. O que esta lotaria lhes dá foi contado com exatidão, em todos os seus bilhetes.
pairs-count = Pares de grupos com alguma pessoa inscrita e sem quota própria: { $pairs }. Destes, os que terão com certeza um membro no painel, seja qual for o resultado do sorteio: { $certain }.
pairs-shares = Nos pares cuja proporção na população foi indicada, a tabela compara também com essa proporção.
pairs-shares-none = As proporções da população que foram indicadas são de grupos isolados. Delas não se deduz quantas pessoas pertencem a dois grupos ao mesmo tempo; por isso, compara-se aqui com as pessoas inscritas.
pairs-shown = O gráfico mostra os pares com maior risco de não ter ninguém no painel, entre os que teriam pelo menos um lugar pela sua proporção entre os inscritos.
pairs-shown-population = O gráfico mostra os pares com maior risco de não ter ninguém no painel, entre os que teriam pelo menos um lugar pela sua proporção na população ou, onde não foi indicada, entre os inscritos.
pairs-all = Todos os pares que teriam pelo menos um lugar pela sua proporção entre os inscritos terão com certeza um membro no painel.
pairs-all-population = Todos os pares que teriam pelo menos um lugar pela sua proporção na população ou, onde não foi indicada, entre os inscritos terão com certeza um membro no painel.
pairs-together = Havendo vários painéis, trata-se aqui de um deles, em média.
chart-pairs = Probabilidade de pelo menos um membro
pair = { $one } + { $other }
col-pair = Par de grupos
col-by-share = Lugares pela sua proporção entre os inscritos
col-one = Pelo menos um membro
col-rounded = Tantos como pela sua proporção, arredondados para baixo ou para cima
col-rounded-pool = Tantos como pela sua proporção entre os inscritos, arredondados para baixo ou para cima
col-by-population = Lugares pela sua proporção na população
col-rounded-population = Tantos como pela sua proporção na população, arredondados para baixo ou para cima
col-drawn = Painel sorteado

draw-heading = O sorteio
draw-committed = Antes do sorteio, todos os ficheiros foram fixados por uma impressão digital. Os organizadores dizem que esta foi publicada em { $moment }. Compare-a com o que então foi impresso.
draw-attempts = Tentativas anteriores deste sorteio, com estas impressões digitais: { $attempts }
draw-beacon = A semente é a ronda { $round } do quicknet (drand), uma fonte pública de aleatoriedade que ninguém pode conhecer de antemão nem manipular. Foi emitida em { $moment }.
draw-digits = A semente são algarismos tirados à mão.
draw-phrase = A semente é um texto que alguém disse.
draw-at-once = Não houve compromisso prévio ao sorteio: a semente é um texto, e nada mostra que não tenha sido escolhido à medida.
will-beacon = A semente será a ronda { $round } do quicknet (drand), uma fonte pública de aleatoriedade que ninguém pode conhecer de antemão nem manipular. Será emitida em { $moment }.
will-digits = A semente serão algarismos tirados à mão: { $count }.
will-phrase = A semente será um texto que alguém dirá.
will-open = Ainda não há compromisso: nada foi fixado, nem sequer de onde virá a semente.
draw-rule = A semente e a lotaria determinam o bilhete por uma regra que qualquer pessoa pode seguir.
label-fingerprint = Impressão digital
label-seed = Semente
label-key = Chave
label-ticket = Bilhete
label-panel = Painel em lottery.json
ticket-of = { $ticket } de { $tickets }, a contar de 0

verify-heading = Como verificar
verify-intro = Quem tem o registo do sorteio, a pasta a partir da qual esta página foi feita, pode verificar o sorteio sem confiar em ninguém. Aqui a pasta chama-se «record»:
verify-public = O registo do sorteio tem uma forma pública: uma pasta sem nomes, feita para todos. Quem a tem pode verificar o sorteio sem confiar em ninguém. Aqui a pasta chama-se «public»:
verify-program = com o programa klero: { $command }
verify-page = num navegador: abrir verify.html e escolher a pasta (num telemóvel: os ficheiros dela); nada sai do seu dispositivo
verify-script = com Python: { $command }
verify-hand = à mão, com ferramentas comuns, como explica docs/by-hand.md
verify-needs = Algumas verificações precisam dos ficheiros com dados pessoais e não se podem fazer com a forma pública: nelas estes programas dizem NOT CHECKED (sem verificação). Quem puder ver o registo completo pode fazê-las todas da mesma maneira.
verify-beacon = O programa em Python não consegue verificar a assinatura de uma fonte pública de aleatoriedade; por isso a sua última linha é NOT VERIFIED (não verificado), mesmo que nada tenha falhado. klero e verify.html verificam também a assinatura.
verify-receipt = Cada pessoa inscrita pode pedir um comprovativo, que mostra que está na lista de inscritos, com que características e com quantos bilhetes.
verify-said = Quando esta página foi feita, klero verify disse do registo completo:
verify-means = Isto significa que todas as verificações foram feitas e nenhuma falhou.
verify-brackets = O que está entre parênteses deve também saber-se.
verify-alone = Este registo segue-se a outro. Só em conjunto com esse se pode verificar tudo: dê ao klero verify as duas pastas.

# The verdict, in the words of verify.ftl
verified = VERIFICADO
not-verified = NÃO VERIFICADO
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

limits-heading = O que não está garantido
limit-pool = Que todas as pessoas que se inscreveram estejam na lista de inscritos, e que cada entrada seja uma pessoa real com as características que indica.
limit-seed = Que a semente não tenha sido escolhida à medida de alguém.
limit-published = Que a impressão digital fosse pública antes de alguém poder conhecer a semente.
limit-objective = Que nenhuma lotaria seja mais justa.
limit-dropouts = Que aqueles de quem se diz que desistiram o tenham feito, e que ninguém tenha sorteado este passo duas vezes.
limit-features = Que o painel se pareça com a população em algo para que não há quota.
limit-small = Que seja sorteado quem tem grande probabilidade, ou que não o seja quem tem pouca: é nisso que consiste uma lotaria.

made = Feito por klero { $version } a partir dos ficheiros do registo, e de mais nada.
made-shares = Feito por klero { $version } a partir dos ficheiros do registo e das proporções da população.
