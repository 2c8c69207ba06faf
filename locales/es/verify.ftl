# La página que comprueba un sorteo (verify.html).

page-title = Comprobar un sorteo – klero
page-heading = Comprobar un sorteo
page-intro = Para el expediente de una asamblea ciudadana elegida por sorteo. Esta página repite el sorteo a partir de sus archivos publicados y le dice si todo concuerda. No hace falta que se fíe de quien hizo el sorteo, ni de sus ordenadores.
page-language = Idioma
page-no-script = Esta página solo funciona con JavaScript, y su navegador lo tiene desactivado.
page-foot = Escrita a partir de la especificación de los expedientes de klero, con independencia de klero. No comparte código con la comprobación del propio klero ni con el programa verify.py.
choose-heading = ¿Qué quiere comprobar?
choose-how = Arrastre aquí la carpeta de un expediente, o sus archivos, o su propio comprobante. O elíjalos:
choose-folder = La carpeta de un expediente
choose-files = Los archivos de un expediente
choose-receipt = Su comprobante
choose-private = Nada sale de su dispositivo: esta página tiene prohibido usar la red, y funciona sin ella. En un teléfono, elija los archivos.
choose-together = Un comprobante se comprueba junto con un expediente: elija ambos, uno después de otro. Los expedientes que se siguen unos a otros (se sustituyó a personas, se sortearon suplentes, empezó un nuevo mandato) se comprueban juntos: ponga sus carpetas en una sola carpeta, y elija o arrastre esa. Un comprobante se compara entonces con el expediente al que pertenece.
progress-label = Comprobaciones hechas

# La línea que dice qué está pasando
status-files = Leyendo los archivos…
status-lottery = Leyendo la lotería…
status-pool = Leyendo la lista de inscritos…
status-check = Haciendo la comprobación { $check }…
status-record = { $record }: { $progress }
status-done = Terminado: { $verdict }.
status-nothing = Ninguno de estos archivos pertenece a un expediente, y ninguno es un comprobante.
status-nothing-of = Ninguno de estos archivos pertenece a un expediente, y ninguno es un comprobante ({ $names }).
status-receipts = Entre estos archivos hay más de un comprobante; elija el que quiere comprobar.
status-receipt = Esto es un comprobante. Elija ahora también el expediente del sorteo, para que se puedan comparar los dos.
status-trouble = Algo ha ido mal en esta página: { $error }. Vuelva a cargarla e inténtelo de nuevo.

# Veredictos
verified = VERIFICADO
not-verified = NO VERIFICADO
together = VERIFICADOS EN CONJUNTO
not-together = NO VERIFICADOS EN CONJUNTO
verdict-notes = { $verdict } ({ $notes })
verdict-solver = { $count ->
    [one] { $verdict }, CON LA SALVEDAD DE QUE LA EQUIDAD DE { $count } ETAPA SE BASA EN LA PALABRA DEL PROGRAMA QUE CALCULÓ LA LOTERÍA
   *[other] { $verdict }, CON LA SALVEDAD DE QUE LA EQUIDAD DE { $count } ETAPAS SE BASA EN LA PALABRA DEL PROGRAMA QUE CALCULÓ LA LOTERÍA
}
notes = { $one }; { $more }
note-rehearsal = ENSAYO, NO ES EL SORTEO
note-undrawn = solo la lotería; no se sorteó nada
note-uncommitted = sin compromiso previo; la semilla puede haberse elegido a conveniencia
note-uncertified = sin prueba de equidad; no se comprobó hasta qué punto es justa la lotería
note-gap = las probabilidades se apartan hasta { $points } puntos porcentuales de las más justas
note-quotas = cuotas distintas de las anteriores
note-excluded = { $count ->
    [one] se excluye a { $count } persona más de lo que pide el paso de este expediente
   *[other] se excluye a { $count } personas más de lo que pide el paso de este expediente
}
note-certain = { $count ->
    [one] { $count } persona saldrá con seguridad como suplente
   *[other] { $count } personas saldrán con seguridad como suplentes
}
note-many = más suplentes que puestos
note-public = forma pública; comprobaciones que necesitan el expediente completo: { $count }
pass = CORRECTO
fail = FALLO
not-checked = NO COMPROBADO

# El resultado
result-tally = Comprobaciones correctas: { $passed }; con fallo: { $failed }; que no se pudieron hacer: { $open }.
result-time = Ha tardado { $seconds } s.
result-records = Expedientes: { $count }.
result-wrong = Lo que está mal:
result-limits = Lo que ninguna comprobación puede mostrar
result-aside = Se dejan aparte, porque no son archivos de un expediente: { $names }.
result-aside-more = Se dejan aparte, porque no son archivos de un expediente: { $names }; y otros, { $count }.
result-record = Expediente { $number }: { $name }
result-rehearsals = ENSAYO, NO ES EL SORTEO: { $count } de estos { $all } expedientes
result-checks = Todas las comprobaciones
result-about = Lo que dice el expediente
hint-chain = Este expediente sigue a otro, y solo se puede comprobar junto con él: ponga la carpeta de cada expediente en una sola carpeta, y elija o arrastre esa carpeta.
fingerprint-heading = La huella
fingerprint-what = Estos 64 caracteres representan todo aquello entre lo que se sortea. Compárelos con lo que se publicó antes del sorteo: en la página web, en el periódico, en su carta. Con un solo carácter distinto, es otro sorteo.
panel-heading = El panel sorteado
panels-heading = Los paneles sorteados
panel-rehearsal = Esto fue un ensayo: ninguna de estas personas ha salido de verdad en un sorteo.
panel-identifiers = Panel { $panel } de la lotería, con estos miembros (número e identificador):
panel-numbers = Panel { $panel } de la lotería, con estos miembros, por sus números:
panels-identifiers = Entrada { $panel } de la lotería, que reparte a estos miembros (número e identificador) en varios paneles:
panels-numbers = Entrada { $panel } de la lotería, que reparte a estos miembros, por sus números, en varios paneles:
panel-numbered = Panel n.º { $panel }
panel-member = { $number }: { $id }

# Un comprobante
receipt-heading = Su comprobante
receipt-doubt = Algo de aquí no ha superado su comprobación, así que no puede fiarse de nada de lo que este expediente diga de su probabilidad o de quién salió sorteado; vea las comprobaciones más abajo.
receipt-pool = Usted estaba entre los inscritos, con el número { $number } y con estos datos sobre usted:
receipt-known = Usted estaba entre los inscritos, con el número { $number }, con el identificador «{ $id }» y con estos datos sobre usted:
receipt-name = Nombre
receipt-household = Hogar
receipt-chance = De { $all } boletos, usted está en { $tickets }: una probabilidad de { $chance }.
receipt-tickets = Boletos en los que está usted: { $tickets }.
receipt-undrawn = Aún no se ha sorteado nada.
receipt-drawn = Usted salió en el sorteo.
receipt-not-drawn = Usted no salió en el sorteo.
receipt-rehearsal = En este ensayo, que no es el sorteo: { $outcome }

# Lo que dice el expediente
term-rehearsal = Ensayo
term-assembly = Asamblea
term-draw = Sorteo
term-attempt = Intento
term-published = Publicación
term-source = De dónde viene la semilla
term-seed = Semilla
term-pool = Personas inscritas
term-follows = Sigue a otro expediente
term-seats = Puestos
term-tickets = Boletos
term-form = Forma
about-rehearsal = sí: esto no es el sorteo
about-attempt = { $attempt } (los anteriores se indican en el compromiso)
about-published = { $moment }, según dice el compromiso
about-seats = { $seats }, en { $panels } paneles que se sortean a la vez
about-tickets = { $panels ->
    [one] { $tickets }, en { $panels } panel posible
   *[other] { $tickets }, en { $panels } paneles posibles
}
about-public = pública: sin los archivos que identifican a personas
about-full = completa
about-uncommitted = completa, sin compromiso previo
seed-beacon = ronda { $round } de la fuente pública de azar drand (quicknet), que se emite { $moment }
seed-digits = { $count ->
    [one] { $count } cifra, sacada a mano
   *[other] { $count } cifras, sacadas a mano
}
seed-phrase = un texto que alguien dice
seed-empty = vacía
step-replace = se sustituye a quienes se retiraron del panel
step-replace-part = se sustituye a quienes se retiraron del panel n.º { $panel }
step-alternates = suplentes para el panel
step-alternates-part = suplentes para el panel n.º { $panel }
step-rotate = un nuevo mandato; unos miembros siguen, los demás puestos se vuelven a sortear
step-after = { $step }, después del expediente con la huella { $fingerprint }
step-after-result = { $step }, después del expediente sin compromiso previo cuyo result.json tiene el SHA-256 { $hash }
moment = el { $date } a las { $time } UTC
moment-far = en un momento demasiado lejano para poder indicarlo
percent = { $number } %
percent-small = menos del { $number } %

# Lo que ninguna comprobación puede mostrar
limit-pool = Que todas las personas que se inscribieron estén en la lista de inscritos, y que cada entrada sea una persona real. (Lo primero lo muestran los comprobantes; lo segundo, las llamadas a entradas elegidas al azar.)
limit-published = Que la huella fuera pública en el momento que indica el compromiso: compárela con la que le enviaron o con la que se imprimió. Y que no hubiera otro compromiso además de los que se mencionan como intentos anteriores.
limit-uncommitted = Sin compromiso previo: que el texto de la semilla no se eligiera, o los archivos no se eligieran a conveniencia de ese texto, después de que alguien supiera qué saldría de ellos, y que las celdas de la lista de inscritos sean las de antes del sorteo.
limit-digits = Que las cifras no se conocieran de antemano. Para eso hacen falta observadores en la sala.
limit-phrase = Que nadie probara textos hasta dar con uno que sacara a quien le convenía: quien tiene los archivos puede hacerlo. Eso depende de quién eligió las palabras, y de cómo.
limit-chain = Cuando un expediente sigue a otro: que ningún otro expediente siga a ese mismo, aparte de los que se han dado aquí; que quienes se dice que se retiraron, o quienes están excluidos porque no pueden venir, lo dijeran ellos mismos; que se llamara a los suplentes que indica klero call; y que un identificador designe a la misma persona en las listas de inscritos de dos mandatos.
limit-quotas = Y que unas cuotas distintas de las anteriores, o las cuotas de una lista de suplentes, no pidan a alguien del agrado de quienes las fijaron. (El archivo probabilities.csv muestra cuántas personas pueden salir sorteadas, y con qué probabilidades.)
limit-links = Si un archivo es un enlace a otro: un navegador no lo dice.

# Nombres de las comprobaciones
check-files-present = Los archivos están
check-files-hashes = Los archivos son los que se indicaron
check-setup-form = La configuración
check-pool-form = Inscritos y cuotas
check-alternates-form = Cómo se pidieron los suplentes
check-lottery-form = La lista de los paneles posibles
check-lottery-size = Tamaño de los paneles
check-lottery-quotas = Cuotas en cada panel
check-lottery-rules = Reglas sobre personas concretas y hogares
check-lottery-split = Quién está en qué panel
check-lottery-parts = Cuotas en cada uno de los paneles
check-lottery-tickets = Boletos de los paneles
check-certificate-form = Prueba de equidad: su forma
check-certificate-cuts = Prueba de equidad: sus cortes
check-certificate-stages = Prueba de equidad: sus etapas
check-certificate-gap = La lotería tiene las probabilidades demostradas
check-probabilities-form = Lista de las probabilidades
check-probabilities-tickets = La probabilidad de cada persona
check-commit-form = El compromiso
check-commit-pool = Lista sellada de los inscritos
check-commit-leaves = Sellos de los inscritos
check-commit-time = Ronda de la fuente de azar después del compromiso
check-beacon-round = Ronda de la fuente de azar
check-beacon-signature = Firma de la fuente de azar
check-draw-form = El resultado
check-draw-seed = La semilla
check-draw-key = Clave del sorteo
check-draw-ticket = El boleto
check-draw-panel = El panel sorteado
check-draw-selected = Filas de los miembros sorteados
check-draw-remaining = Filas de todos los demás
check-draw-panels = Miembros sorteados, por panel
check-draw-new = Nuevos miembros
check-draw-alternates = Suplentes en su orden
check-chain-before = El expediente al que sigue este
check-chain-pool = Los mismos inscritos que antes
check-chain-seats = Quien tenía un puesto se queda o se va
check-chain-included = Quién puede quedarse
check-chain-rules = Las mismas reglas que antes
check-chain-time = Una ronda posterior de la fuente de azar
check-receipt-form = Su comprobante: su forma
check-receipt-commitment = Su comprobante: el compromiso
check-receipt-leaf = Su comprobante: su sello
check-receipt-path = Su comprobante: la lista de los inscritos
check-receipt-tickets = Su comprobante: sus boletos

# Por qué algo no se comprobó
not-published = Para esto hacen falta archivos que no se han publicado.
needs-form = Para esto hace falta { $file }, que no tiene la forma debida.
needs-pool = Para esto hace falta la lista de inscritos, que no se puede leer o no concuerda.
needs-receipt = Para esto hace falta el comprobante, que no tiene la forma debida.
needs-check = Para esto hace falta { $file }, que no ha superado su propia comprobación.
needs-certificate = Para esto hace falta la prueba de equidad, que no está, no se puede leer o trata de otra cosa.
needs-stages = Para esto hacen falta las etapas de la prueba de equidad, que no son válidas.
needs-numbers = Quién tiene qué número se deduce de la lista de inscritos, que no está o no tiene la forma debida.
needs-randomness = Para esto hace falta un valor aleatorio que sea el de su firma.
needs-full = Para esto hace falta la forma completa del expediente anterior.
needs-full-all = Para esto hace falta la forma completa de todos los expedientes que se mencionan.
check-failed = Esta página no ha podido hacer la comprobación ({ $error }).
file-beyond = { $file } es más de lo que esta página puede manejar ({ $error }).
file-missing = { $file } no está.
file-irregular = { $file } no es un archivo normal.
file-large = { $file } es más grande de lo que puede ser un archivo de un expediente.
file-too-large = { $file } es demasiado grande para esta página; use otro de los programas de comprobación.
file-unreadable = { $file } no se puede leer.
member-unknown = Un panel menciona a un miembro que no existe.
drawn-unknown = { $file } menciona a un miembro que no existe.
in-record = { $record }: { $reason }
record-before = En el expediente anterior
record-line = En uno de los expedientes anteriores
record-alternates = En el expediente de los suplentes
record-former = En el expediente de un panel antiguo
record-first = En el primer sorteo
record-beside = En un expediente que sustituye a miembros en otro panel

# files.present, files.hashes
files-stray = { $file } no lleva la marca que llevan los archivos de un ensayo.
files-foreign = { $file } no pertenece a este expediente, o nada de lo que se puede leer dice que pertenezca a él.
files-there = Están todos los archivos ({ $count }), ninguno es demasiado grande, y no hay ninguno que no pertenezca a un expediente de este tipo.
files-unnamed = { $by } no menciona { $file }.
files-named = { $by } menciona { $file }, y no debería.
files-changed = { $file } no es el archivo que menciona { $by }: se cambió este archivo, o se cambió otro.
files-match = Las huellas digitales de los archivos que menciona el expediente ({ $count }) son las de sus archivos.

# setup.form, pool.form, alternates.form, probabilities
setup-good = La configuración de la lotería está escrita como es debido.
pool-good = La lista de inscritos (personas: { $members }) y las cuotas ({ $quotas }) se pueden leer y concuerdan.
alternates-number = alternates.json no pide tantos suplentes como indica setup.json ({ $alternates }).
alternates-good = alternates.json está escrito como es debido, y pide tantos suplentes como puestos hay ({ $alternates }).
chances-rows = El número de filas de probabilities.csv es { $rows }, y el de personas inscritas es otro: { $members }.
chances-person = El número { $number } de probabilities.csv no es la persona a la que la lista de inscritos da ese número.
chances-listed = La lista de las probabilidades tiene una fila para cada persona inscrita, en orden.
chances-rows-other = La lista de las probabilidades no tiene una fila para cada persona inscrita.
chances-other = Los boletos de la persona número { $number } en la lotería son { $tickets }, y la lista de las probabilidades dice otra cosa.
chances-good = La probabilidad de cada persona es la que le da la lotería.

# lottery
lottery-member = Un panel tiene el miembro número { $number }; solo hay { $members }.
lottery-seats = El número de puestos en lottery.json es { $seats }, y en { $file }, { $other }.
lottery-tickets = El número de boletos en lottery.json es { $tickets }, y en { $file }, { $other }.
lottery-good = La lotería enumera sus paneles posibles ({ $panels }) en orden, y ninguno dos veces.
size-wrong = El número de miembros del panel { $panel } es { $members } en lugar de { $size }.
size-good = Cada panel tiene tantos miembros como puestos hay: { $size }.
quotas-good = Cada panel cumple todas las cuotas.
rules-good = Cada panel cumple las reglas sobre personas concretas y hogares.
split-good = Cada entrada de la lotería está dividida en paneles del mismo tamaño ({ $panels }).
parts-good = Cada uno de los paneles que se sortean a la vez ({ $panels }) cumple todas las cuotas.
tickets-none = El panel { $panel } no tiene ningún boleto.
tickets-sum = Los paneles tienen en total { $sum } boletos, y no { $tickets }.
tickets-good = Cada panel tiene al menos un boleto, y entre todos tienen los { $tickets }.
panel-quota = Panel { $panel }: las personas que cuentan para la fila de datos { $row } de quotas.csv son { $people }, y esa fila pide de { $min } a { $max }.
panel-part = Panel { $part } de { $parts } en la entrada { $panel } de la lotería: las personas que cuentan para la fila de datos { $row } de quotas.csv son { $people }, y esa fila pide de { $min } a { $max }.
panel-include = El panel { $panel } no da un puesto a la persona número { $number }, que está incluida.
panel-exclude = El panel { $panel } da un puesto a la persona número { $number }, que está excluida.
panel-household = El panel { $panel } da puestos a demasiadas personas del hogar de la persona número { $number }.
panel-apart = El panel { $panel } da puestos a dos personas del grupo { $group } de personas que deben quedar separadas.

# certificate
certificate-types = certificate.json cuenta { $types } tipos de personas inscritas, y la lista de inscritos tiene { $found }.
certificate-rule = certificate.json usa una regla «{ $rule }» que este expediente no tiene.
certificate-good = La prueba de equidad está escrita como es debido (etapas: { $stages }, cortes: { $cuts }).
cuts-solver = Hay cortes que se basan en la palabra del programa que calculó la lotería (números { $cuts }), y etapas que los usan (números { $stages }).
cuts-none = La prueba de equidad no usa ningún corte.
cuts-good = La prueba de equidad usa { $cuts ->
    [one] { $cuts } corte, demostrado con cálculos.
   *[other] { $cuts } cortes, demostrados con cálculos.
}
cut-unproven = El corte { $cut } no está demostrado: { $why }
stage-wrong = La etapa { $stage } no es válida: { $why }
stage-again = La etapa { $stage } fija el tipo { $type } por segunda vez.
stage-open = El tipo { $type } no se fija nunca.
stages-good = { $stages ->
    [one] La prueba de equidad es válida en { $stages } etapa: ninguna lotería sobre paneles que cumplan las reglas es más justa. Esto se ha demostrado solo con cálculos.
   *[other] La prueba de equidad es válida en { $stages } etapas: ninguna lotería sobre paneles que cumplan las reglas es más justa. Esto se ha demostrado solo con cálculos.
}
stages-solver = { $stages ->
    [one] La prueba de equidad es válida en { $stages } etapa: ninguna lotería sobre paneles que cumplan las reglas es más justa; etapas demostradas solo con cálculos: { $alone }.
   *[other] La prueba de equidad es válida en { $stages } etapas: ninguna lotería sobre paneles que cumplan las reglas es más justa; etapas demostradas solo con cálculos: { $alone }.
}
gap-wrong = La probabilidad de alguien en la lotería difiere de la demostrada en { $gap }, que es más que un redondeo.
gap-good = La probabilidad de cada persona en la lotería es la demostrada, con una diferencia de { $gap } como máximo.
proof-rule = aquí no hay ninguna regla «{ $rule }».
proof-sign = «{ $rule }» no debe tener un multiplicador negativo.
proof-leaf = una hoja de su prueba no lo muestra.
proof-range = su valor no está entre 0 y 1.
proof-below = su valor está por debajo del de la etapa anterior.
proof-last = no tiene multiplicadores, y no es una última etapa con el valor 1.
proof-left = sus tipos no son todos los que quedan.
proof-types = sus tipos no son los que mencionan sus multiplicadores.
proof-value = su valor no es el que dan sus multiplicadores.

# commit y beacon
commit-differs = commit.txt y setup.json no concuerdan: «{ $line }» es { $own } en el primero y { $other } en el segundo.
commit-follows = { $says } dice que este expediente sigue a otro, y { $silent } no lo dice.
commit-good = El compromiso está escrito como es debido.
commit-lines = El número de líneas de pool.leaves es { $lines }; para { $members } personas inscritas tiene que haber una línea más que personas.
commit-other = La lista sellada de los inscritos no es la que fijó el compromiso.
commit-sealed = La lista sellada de los inscritos es la que fijó el compromiso.
seal-setup = El sello de setup.json en pool.leaves es otro.
seal-member = El sello de la persona número { $number } en pool.leaves es distinto del que corresponde a la lista de inscritos.
seals-good = La lista sellada de los inscritos se hizo a partir de esta lista de inscritos.
round-known = La ronda de la fuente de azar ya se conocía cuando se publicó el compromiso.
round-later = La ronda de la fuente de azar se emite después del momento en que, según el compromiso, este se publica.
randomness-other = El valor aleatorio de beacon.json no es el de su firma.
round-other = beacon.json contiene la ronda { $round }, y el compromiso indica la ronda { $named }.
round-good = beacon.json contiene la ronda { $round }, que es la que indica el compromiso.
signature-wrong = La firma no es la de la fuente pública de azar para esta ronda.
signature-good = La fuente pública de azar ha firmado esta ronda, de modo que nadie podía elegir el número que ha salido de ella.

# draw
result-key = result.json tiene una clave, aunque el boleto son cifras.
result-no-key = result.json no tiene clave.
result-good = El resultado está escrito como es debido.
seed-blank = El texto de la semilla está en blanco.
seed-spelled = El texto de la semilla no está en la forma en que se anota (NFC, sin espacios en blanco alrededor).
seed-commitment = result.json menciona un compromiso, y no hay ninguno.
seed-fingerprint = result.json indica una huella distinta de la de commit.txt.
seed-text = La semilla es un texto que se dijo.
seed-text-asked = La semilla es un texto que se dijo, como pedía el compromiso.
seed-count = La semilla no tiene tantas cifras como pedía el compromiso ({ $count }).
seed-digits-good = La semilla son cifras, tantas como pedía el compromiso.
seed-random = La semilla no es el valor aleatorio de la fuente pública de azar.
seed-random-good = La semilla es el valor aleatorio de la fuente pública de azar.
seed-no-random = La semilla no es un valor aleatorio de una fuente pública de azar.
key-good = La clave del sorteo resulta de la semilla y de aquello entre lo que se sorteó.
key-wrong = La clave del sorteo no resulta de la semilla.
ticket-digits = El boleto no son las cifras que se sacaron.
ticket-digits-good = El boleto son las cifras que se sacaron.
ticket-wrong = La clave saca el boleto { $ticket }, y result.json dice { $named }.
ticket-good = La clave saca el boleto { $ticket } de { $tickets } (se cuentan desde 0).
drawn-none = Ningún panel tiene el boleto.
drawn-other = El panel { $panel } tiene el boleto, y result.json indica el panel { $named }.
drawn-members = Los miembros en result.json no son los que tiene el panel en la lotería.
drawn-good = El panel { $panel } tiene el boleto, y se indican sus miembros ({ $members }).
rows-split = split.json no dice en qué panel están los miembros sorteados.
selected-wrong = { $file } no contiene exactamente las filas de los miembros sorteados, tal como están en la lista de inscritos.
selected-good = { $file } contiene exactamente las filas de los miembros sorteados, tal como están en la lista de inscritos.
remaining-wrong = { $file } no contiene exactamente las filas de todas las personas que no salieron sorteadas, tal como están en la lista de inscritos.
remaining-good = { $file } contiene exactamente las filas de todas las personas que no salieron sorteadas, tal como están en la lista de inscritos.
panels-wrong = { $file } no contiene exactamente las filas de los miembros sorteados, por panel, tal como están en la lista de inscritos.
panels-good = { $file } contiene exactamente las filas de los miembros sorteados, por panel, tal como están en la lista de inscritos.
new-wrong = { $file } no contiene exactamente las filas de los miembros sorteados que antes no tenían puesto, tal como están en la lista de inscritos.
new-good = { $file } contiene exactamente las filas de los miembros sorteados que antes no tenían puesto, tal como están en la lista de inscritos.
ordered-wrong = { $file } no contiene exactamente las filas de los suplentes en su orden, tal como están en la lista de inscritos.
ordered-good = { $file } contiene exactamente las filas de los suplentes en su orden, tal como están en la lista de inscritos.

# chain
chain-missing = Un expediente al que este sigue, o que este menciona, no está entre los que se han dado: elija la carpeta en la que están las carpetas de todos ellos (el SHA-256 de result.json es { $hashes }).
chain-missing-together = Un expediente al que este sigue, o que este menciona, no está entre los que se han dado: ponga la carpeta de cada uno en la carpeta que elija (el SHA-256 de result.json es { $hashes }).
before-differs = commit.txt y setup.json no indican el mismo expediente y el mismo paso.
before-fingerprint = El expediente anterior tiene una huella distinta de la que se indica.
before-rehearsal = Un expediente que este menciona es un ensayo, y este no lo es.
before-circle = El expediente anterior sigue a su vez a este, así que ninguno es el primero.
before-alternates = El expediente anterior contiene suplentes, y no un panel.
before-part = El expediente anterior no tiene un panel n.º { $panel }.
before-parts = El expediente anterior sortea varios paneles, y este no dice a cuál de ellos sigue.
before-numbered = Dos personas son la misma cuando lo son sus identificadores, y en uno de estos expedientes las filas solo están numeradas.
before-no-alternates = El expediente que se menciona como expediente de suplentes no lo es.
before-other-alternates = Los suplentes son los de otro panel.
before-competes = Otro de los expedientes dados sustituye a miembros o empieza un nuevo mandato después del mismo expediente que este.
before-repeats = Otro de los expedientes dados contiene suplentes para el mismo panel.
before-good = El expediente al que este sigue está entre los que se han dado, y nada de lo que se ha dado contradice que este paso venga después de él.
same-pool = La lista de inscritos es la misma que antes.
other-pool = La lista de inscritos no es la misma que en el expediente anterior.
other-id-column = Los identificadores están en otra columna que en el expediente anterior, de modo que el mismo número puede ser otra persona.
other-leaves = La lista sellada de los inscritos no es la del expediente anterior.
tables-both = Para esto hace falta { $file } de los dos expedientes. { $reason }
seats-silent = El expediente no dice quién está en su panel n.º { $panel }.
seats-alternate = La persona número { $number } ya tiene un puesto o lo ha tenido, y puede salir sorteada como suplente.
seats-alternates-good = Nadie que tenga o haya tenido un puesto puede salir sorteado como suplente.
seats-unsure = La persona número { $number } estaba en el panel anterior, y ni se queda con seguridad ni se retira.
seats-other = La persona número { $number } está en otro panel, o se retiró de este, y puede salir sorteada.
seats-unchanged = Nadie del panel anterior se ha retirado, de modo que no hay ningún puesto que cubrir.
seats-size = El número de puestos es { $seats }, y en el panel anterior era { $before }.
seats-twice = La persona número { $number } salió sorteada aquí, y está en otro panel del mismo sorteo, en el que otro expediente sustituye a miembros.
seats-good = Todos los que estaban en el panel anterior se quedan con seguridad o se han retirado.
seats-rotate-unsure = La persona número { $number } estaba en el panel anterior, y ni sigue con seguridad ni está excluida.
seats-rotate-former = La persona número { $number } estaba en un panel antiguo, y no está ni incluida ni excluida.
seats-rotate-good = Todos los que antes tenían un puesto siguen con seguridad o están excluidos, y quien descansa también está excluido, salvo que esté incluido.
included-none = No hay nadie incluido.
included-alternate = Hay alguien incluido entre los suplentes.
included-wrong = La persona número { $number } está incluida, y no estaba en el panel anterior.
included-wrong-alternates = La persona número { $number } está incluida, y ni estaba en el panel anterior ni figura entre los suplentes.
included-good = Todos los que están incluidos estaban en el panel anterior.
included-good-alternates = Todos los que están incluidos estaban en el panel anterior, o son suplentes.
rules-columns = Las columnas que forman un hogar son distintas de las del expediente anterior.
rules-limit = Personas de un mismo hogar que pueden tener un puesto: { $limit }; en el expediente anterior: { $before }.
rules-excluded = La persona número { $number } está excluida en el expediente anterior, y en este no.
rules-apart-lost = Las personas con los números { $numbers } deben quedar separadas según el expediente anterior, y según este, no.
rules-apart-new = Las personas con los números { $numbers } deben quedar separadas, y según el expediente anterior, no.
rules-apart-strangers = Las personas con los números { $numbers } deben quedar separadas, cosa que no pedía el expediente anterior, y no son de un mismo hogar.
rules-apart-included = Las personas con los números { $numbers } deben quedar separadas, cosa que no pedía el expediente anterior, y una de ellas está incluida.
rules-barred = La persona número { $number } ha entrado, aunque alguien de otro panel es de su mismo hogar o debe quedar separado de ella.
rules-same = Las reglas son las del expediente anterior, y no ha entrado nadie cuya entrada impidan otras personas.
time-wrong = La ronda de la fuente de azar es allí la { $before }, y la ronda { $round } de este expediente no viene después de ella.
time-early = La ronda { $before } de la fuente de azar aún no se había emitido cuando se publicó el compromiso de este expediente.
time-good = La ronda de la fuente de azar viene después de las de todos los expedientes anteriores, y el compromiso solo se publicó cuando estas ya se habían emitido.

# receipt
receipt-form-good = El comprobante está escrito como es debido.
receipt-other = El comprobante es de otro sorteo, o de otro intento: su huella no es la de commit.txt.
receipt-belongs = El comprobante pertenece a este compromiso.
receipt-no-number = No hay ningún número { $number } en la lista sellada de los inscritos.
receipt-unsealed = Lo que el comprobante dice de su titular no es lo que se selló.
receipt-sealed = Lo que el comprobante dice de su titular es lo que se selló.
receipt-path-wrong = El comprobante no conduce a la lista de los inscritos que fijó el compromiso.
receipt-path-good = El comprobante conduce a la lista de los inscritos que fijó el compromiso.
receipt-tickets-wrong = Los boletos de la persona número { $number } son { $tickets } en la lotería y { $claimed } en el comprobante.
receipt-tickets-good = De los { $tickets } boletos de la lotería, la persona número { $number } tiene { $own }.

# Por qué un archivo no es como debe ser. Los lugares de un archivo ($where) son nombres y, en las listas, números desde 1.
receipt-file = El comprobante
bad-text = { $file } no es texto UTF-8.
bad-json = { $file } no es JSON tal como lo tienen los expedientes: { $what } (byte { $byte }).
json-expected = falta «{ $mark }»
json-deep = demasiados niveles, unos dentro de otros
json-value = algo que no es un valor, o un número negativo
json-short = termina demasiado pronto
json-number = un número que no está escrito como número entero menor que 2^53
json-open = una cadena de texto que no termina
json-control = un carácter de control en una cadena de texto
json-escape = una secuencia de escape que JSON no tiene
json-surrogate = medio carácter (un «surrogate» suelto)
json-key = falta el nombre de un campo
json-twice = el campo «{ $key }» está dos veces
json-more = hay algo más después del final
bad-object = { $file } no es un objeto JSON donde debería serlo ({ $where }).
bad-key = { $file } tiene un campo que no está descrito: { $where }.
bad-no-key = { $file } no tiene un campo que debería tener: { $where }.
bad-value = { $file }, { $where }: esto no es «{ $wanted }».
bad-whole = { $file }, { $where }: esto no es un número entero de al menos { $least }.
bad-most = { $file }, { $where }: { $number } es más que { $most }.
bad-string = { $file }, { $where }: esto no es un texto.
bad-hash = { $file }, { $where }: esto no es un SHA-256 (64 cifras hexadecimales en minúsculas).
bad-signature = { $file }, { $where }: esto no son 96 cifras hexadecimales en minúsculas.
bad-list = { $file }, { $where }: esto no es una lista.
bad-twice = { $file }, { $where }: algo se menciona dos veces.
bad-order = { $file }, { $where }: esto no va en orden ascendente.
bad-fraction = { $file }, { $where }: esto no es una fracción irreducible.
bad-zero = { $file }, { $where }: esto es un 0, que no se escribe.
bad-rule = { $file }, { $where }: «{ $rule }» no es una regla.
bad-type = { $file }, { $where }: no existe ese tipo de personas inscritas.
bad-deep = { $file }, { $where }: la prueba tiene más de { $most } ramas una debajo de otra.
bad-objective = { $file }, { $where }: esto no es el nombre de un objetivo.
bad-step = { $file }: «{ $step }» no es un paso que siga a otro expediente.
bad-alternates = { $file } menciona suplentes, pero no sustituye a nadie.
bad-former = { $file } menciona paneles antiguos, pero no empieza un nuevo mandato.
bad-panels-few = { $file } dice que se sortean a la vez menos de dos paneles.
bad-panels-size = { $file }: { $size } puestos no se pueden repartir en { $panels } paneles del mismo tamaño.
bad-panels-follows = { $file } sigue a otro expediente, y tiene varios paneles propios.
bad-both = { $file }: alguien está incluido y excluido.
bad-apart = { $file }: un grupo de personas que deben quedar separadas tiene menos de dos.
bad-limit = { $file }: el límite para los hogares no es 1, pero ninguna columna forma hogares.
bad-end = { $file } no termina con un final de línea.
bad-first-line = { $file } no empieza con la línea «{ $line }».
bad-line-missing = { $file } no tiene su línea «{ $line }» donde corresponde.
bad-line = { $file } tiene una línea «{ $line }» que no tiene la forma descrita.
bad-attempts = { $file } indica un número de intentos anteriores ({ $count }) distinto del que tiene el intento { $attempt }.
bad-attempt-twice = { $file } menciona dos veces un intento anterior.
bad-digits = { $file } pide un número de cifras ({ $count }) distinto del que numera sus boletos.
bad-file-lines = { $file } tiene sus líneas «file» en otro orden, o una dos veces.
bad-leaf = { $file } no tiene un SHA-256 en la línea { $line }.
bad-leaves = { $file } tiene { $lines } líneas, y las personas inscritas son { $members }.
bad-panel-order = { $file }: el panel { $panel } no viene después del que está antes que él.
bad-lists = { $file } tiene { $lists } listas, y la lotería { $panels } paneles.
bad-entries = { $file }, lista { $list }: el número de entradas es { $entries }, y el de miembros, { $members }.
bad-part = { $file }, lista { $list }: no existe un panel { $part } de { $parts }.
bad-seats = { $file }, lista { $list }: el número de miembros del panel { $part } es { $members } en lugar de { $seats }.
bad-feature = { $file }: una característica de la hoja («leaf») no es un par.
bad-leaf-text = { $file }: la hoja («leaf») no está escrita en la forma descrita.
bad-nul = { $file } contiene un byte NUL.
bad-no-header = { $file } no tiene fila de encabezado.
bad-no-rows = { $file } no tiene ninguna fila debajo del encabezado.
bad-cells = { $file }, línea { $line }: el número de celdas es { $cells }, y en el encabezado, { $header }.
bad-open-quote = { $file }: unas comillas de la línea { $line } no se cierran nunca.
bad-after-quote = { $file }: hay texto después de unas comillas de cierre, en la línea { $line } o más abajo.
bad-column-twice = { $file } tiene más de una columna «{ $column }».
bad-no-column = { $file } no tiene ninguna columna «{ $column }».
bad-column-spelled = { $file } escribe la columna «{ $column }» de otra manera: «{ $found }».
bad-id-column = { $file } tiene una columna «{ $column }», de modo que sus filas no se pueden numerar en lugar de usarla.
bad-id-blank = { $file } tiene un identificador en blanco en la fila de datos { $row }.
bad-id-twice = { $file } tiene dos filas distintas con el identificador «{ $id }».
bad-cell = { $file } tiene «{ $cell }» como { $category } de «{ $id }», y las cuotas no lo tienen.
bad-mark = { $file } no tiene «{ $mark }» como primera celda de cada fila, como la tiene un ensayo.
bad-header = { $file } no tiene el encabezado «{ $wanted }».
bad-number = { $file } no tiene el número { $number } donde corresponde.
bad-quota-header = { $file } no tiene exactamente uno de los tres encabezados que se entienden.
bad-quota-order = { $file }, fila de datos { $row }: el mínimo está por encima del máximo.
bad-quota-flex = { $file }, fila de datos { $row }: «{ $column }» deja menos margen que la propia cuota.
bad-quota-number = { $file }, fila de datos { $row }: «{ $cell }» no es un número entero de 0 a { $most }.
bad-quota-value = { $file } no tiene ningún valor en la fila de datos { $row }.
bad-quota-twice = { $file } tiene dos veces el valor «{ $value }» de «{ $category }».
bad-quota-category = { $file } no tiene en la fila de datos { $row } ni una columna de la lista de inscritos ni una combinación de valores que tengan filas propias.
bad-quota-categories = { $file } tiene dos veces una categoría en la combinación de la fila de datos { $row }.
bad-quota-second = { $file } tiene en la fila de datos { $row } una segunda cuota para la misma combinación.
fit-members = El número de personas inscritas en pool.csv es { $members }, y en setup.json, { $stated }.
fit-seats = El panel tiene { $seats } puestos, y las personas que pueden ocuparlos son solo { $open }.
fit-few = Hay demasiado pocas personas inscritas para el mínimo de la fila de datos { $row } de quotas.csv.
fit-more = La fila de datos { $row } de quotas.csv pide más personas que puestos hay.
fit-included = Hay más personas incluidas de las que permite la fila de datos { $row } de quotas.csv.
fit-minimums = Los mínimos de «{ $category }» suman más que los puestos ({ $seats }).
fit-maximums = Los máximos de «{ $category }» suman menos que los puestos ({ $seats }).
fit-included-seats = Hay más personas incluidas que puestos.
fit-household = Hay más personas incluidas de un mismo hogar de las que pueden tener un puesto.
fit-apart = Hay dos personas incluidas que deben quedar separadas.
