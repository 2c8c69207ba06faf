# La página sobre un sorteo (klero report) y sus gráficos (klero plot).

rehearsal = ENSAYO, NO ES EL SORTEO
rehearsal-explained = Esta página trata de un ensayo. No designa a nadie.

title-drawn = Cómo se sorteó el panel
title-panels = Cómo se sortearon los paneles
title-waiting = La lotería para el panel
title-replace = Cómo se cubrieron los puestos vacantes
title-alternates = Cómo se sortearon los suplentes
title-rotate = Cómo se sorteó el panel del nuevo mandato

how-heading = En pocas palabras
how-quotas = Se inscribieron más personas que puestos hay. Las cuotas, fijadas antes del sorteo, dicen cuántos puestos recibe cada grupo como mínimo y como máximo.
how-panels = Un ordenador formó muchos paneles que cumplen todas las cuotas, y dio a cada uno boletos numerados.
how-sets = Un ordenador formó muchos conjuntos de paneles de este tipo, en los que cada panel cumple todas las cuotas, y dio a cada conjunto boletos numerados.
how-leximin = Los boletos están repartidos de modo que la persona con la menor probabilidad tenga la mayor que permiten las cuotas; después, lo mismo para la persona con la siguiente menor probabilidad, y así sucesivamente.
how-fairest = Ninguna otra lotería es más justa en este sentido.
how-rounded = Con { $tickets } boletos, las probabilidades solo se pueden repartir en boletos enteros. Por eso esta lotería no es del todo la más justa: sus probabilidades se apartan hasta { $points } puntos porcentuales de las más justas.
how-other = Los boletos están repartidos según la regla «{ $objective }». No se afirma que no exista una lotería más justa.
how-ticket = Después se sacó un boleto. Todos los boletos eran igual de probables, y queda designado el panel que tiene ese boleto.
how-waiting = Aún no se ha sacado ningún boleto. Cuando se haga, todos los boletos serán igual de probables, y quedará designado el panel que tenga el boleto sacado.
how-together = Se sortean varios paneles a la vez entre las mismas personas. Las cuotas valen para cada uno, y nadie está en dos.
how-replace = Algunos miembros de un panel anterior se retiraron. Quienes quedaron conservan su puesto; otras personas del mismo grupo de inscritos ocupan los vacantes. Las cuotas valen para todos los que forman entonces el panel.
how-alternates = Los suplentes entran cuando se retiran miembros del panel. Quien ya está en el panel no podía salir sorteado.
how-rotate = Empieza un nuevo mandato. Quienes siguen conservan su puesto; los demás puestos son para nuevos miembros. Los antiguos miembros descansan.
how-rules = Otras reglas que cumple cada panel:
rule-household = personas de un mismo hogar que pueden estar en el panel, como máximo: { $limit }
rule-apart = grupos de personas de las que a lo sumo una puede estar en el panel: { $groups }
rule-include = personas que están en todos los paneles: { $people }
rule-exclude = personas inscritas que no están en ningún panel: { $people }

fact-pool = Personas inscritas
fact-panel = Puestos del panel
fact-panels = Paneles de este tamaño, sorteados a la vez
fact-open-people = Personas que podían salir sorteadas
fact-open-seats = Puestos disponibles para ellas
fact-lottery = Paneles en la lotería
fact-sets = Conjuntos de paneles en la lotería
fact-tickets = Boletos
fact-ticket = Boleto sacado (contando desde 0)
fact-number = Número del panel sorteado
fact-smallest = Menor probabilidad
fact-none = Personas sin boleto
fact-smallest-drawn = Menor probabilidad de quienes pueden salir sorteados
fact-largest = Mayor probabilidad

groups-heading = Inscritos, cuotas y panel
groups-intro = De cada grupo: su proporción entre las personas inscritas y en el panel. Los corchetes marcan la menor y la mayor proporción del panel que permite la cuota.
groups-intro-population = De cada grupo: su proporción en la población, entre las personas inscritas y en el panel. Los corchetes marcan la menor y la mayor proporción del panel que permite la cuota.
groups-title = { $category }: proporciones y cuotas
legend-brackets = la menor y la mayor proporción del panel que permite la cuota
quota = cuota { $range }
bar-population = población { $share }
bar-pool = inscritos { $share }
bar-panel = en el panel { $seats } ({ $share })
bar-numbered = panel n.º { $number }: { $seats } ({ $share })
bar-average = en promedio { $seats } ({ $share })
groups-together = Cuotas sobre varias características a la vez

table = Las cifras en una tabla: { $title }
col-group = Grupo
col-quota = Cuota
col-pool = Inscritos
col-pool-share = Proporción entre los inscritos
col-population = Proporción en la población
col-average = Puestos en promedio
col-panel = Puestos en el panel
col-numbered = Panel n.º { $number }

names-heading = Los miembros sorteados
names-note = Esta lista contiene datos personales. Entréguela solo a quien esté autorizado a verla.
col-on-panel = Panel n.º
col-new = Nuevo
is-new = sí

chances-heading = Las probabilidades de todos
chances-intro = Todas las personas inscritas están ordenadas por su probabilidad, la menor primero. Las probabilidades difieren a causa de las cuotas: donde se inscribieron pocas personas de un grupo, cada una de ellas tiene que salir más a menudo.
chances-open = Aquí se trata de las personas que podían salir sorteadas. Si tienen puesto quienes siguen o quienes quedan fuera no lo decidió la lotería.
chances-smallest = La menor probabilidad es { $chance }, la mayor { $largest }.
chances-smallest-drawn = Entre quienes pueden salir sorteados, la menor probabilidad es { $chance }.
chances-bound = Ninguna lotería que cumpla las reglas puede dar a todos más de { $fraction } ({ $chance }). La prueba está en el expediente del sorteo (certificate.json), y klero verify la comprueba con cálculos.
chances-bound-rest = Ninguna lotería que cumpla las reglas puede dar más de { $fraction } ({ $chance }) a todas las personas que tienen alguna posibilidad de salir sorteadas. La prueba está en el expediente del sorteo (certificate.json), y klero verify la comprueba con cálculos.
chances-even = Si las cuotas no contaran, todos tendrían la misma probabilidad: { $seats } de { $people }, es decir, { $chance }.
chances-none = Personas sin ningún boleto, aunque nadie las excluyó: { $people }. Por lo general, las cuotas no les dejan ningún puesto.
chances-legacy = Para comparar: hasta hace unos años, la mayoría de las asambleas cubrían los puestos uno a uno con una regla voraz («legacy»). Probada { $draws } veces con estas personas (semilla { $seed }), sacó a la persona que menos veces sacó en el { $smallest } de los intentos, y a la que más veces sacó, en el { $largest }.
chances-no-legacy = Para comparar, se probó también una regla voraz («legacy») con la que antes la mayoría de las asambleas cubrían los puestos uno a uno. No encontró ningún panel.
chart-chances = Probabilidades de obtener un puesto
axis-members = proporción de las personas, de la menor probabilidad a la mayor
curve-lottery = esta lotería
curve-none = personas sin boleto en ella: { $people }
curve-legacy = regla voraz, con { $draws } intentos
line-even = la misma probabilidad para todos: { $chance }
line-bound = no se puede dar a todos más de: { $chance }
line-bound-rest = no se puede dar a todas las personas que pueden salir sorteadas más de: { $chance }
mark-smallest = menor { $chance }
mark-largest = mayor { $chance }
mark-beyond = mayor { $chance }, por encima de la imagen ↑
col-people = Personas
col-lottery = Esta lotería
col-legacy = Regla voraz
row-least = la menor probabilidad
row-part = el { $share } de las personas tiene como máximo
row-most = la mayor probabilidad

letters-heading = De la carta al puesto
letters-intro = Quien recibió una carta podía inscribirse. Por eso la probabilidad de que alguien de un hogar esté en el panel tiene tres partes: la de recibir una carta, que se sorteó; la de que alguien responda, que depende de las personas; y la de salir elegido, que da esta lotería.
letters-title = Las probabilidades, de la carta al puesto
letters-everybody = todos los hogares
letters-col-group = Grupo
letters-col-households = Hogares
letters-col-letters = Cartas
letters-col-invited = Probabilidad de recibir una carta
letters-col-answered = Cartas respondidas
letters-col-selected = Probabilidad de salir elegido, en promedio
letters-col-sits = Probabilidad de obtener un puesto
letters-note = La probabilidad de recibir una carta y la de salir elegido son exactas. Cuántas cartas se responden no puede saberse de antemano; la proporción es lo que ocurrió. La probabilidad de obtener un puesto es el producto de las tres: la de un hogar del grupo, en promedio.

pairs-heading = Dos grupos a la vez
pairs-intro = Las cuotas hablan de un grupo cada vez. Para las personas que pertenecen a dos grupos a la vez, por ejemplo { $example }, nadie fijó un número de puestos. Lo que les da esta lotería se contó exactamente, con todos sus boletos.
pairs-count = Pares de grupos con alguna persona inscrita y sin cuota propia: { $pairs }. De ellos, los que tendrán con seguridad un miembro en el panel, salga lo que salga: { $certain }.
pairs-shares = En los pares cuya proporción en la población se indicó, la tabla compara también con esa proporción.
pairs-shares-none = Las proporciones de la población que se indicaron son de grupos sueltos. De ellas no se deduce cuántas personas pertenecen a dos grupos a la vez; por eso aquí se compara con las personas inscritas.
pairs-shown = El gráfico muestra los pares con más riesgo de no tener a nadie en el panel, entre los que tendrían al menos un puesto según su proporción entre los inscritos.
pairs-shown-population = El gráfico muestra los pares con más riesgo de no tener a nadie en el panel, entre los que tendrían al menos un puesto según su proporción en la población o, donde no se indicó, entre los inscritos.
pairs-all = Todos los pares que tendrían al menos un puesto según su proporción entre los inscritos tendrán con seguridad un miembro en el panel.
pairs-all-population = Todos los pares que tendrían al menos un puesto según su proporción en la población o, donde no se indicó, entre los inscritos tendrán con seguridad un miembro en el panel.
pairs-together = Si hay varios paneles, aquí se trata de uno de ellos, en promedio.
chart-pairs = Probabilidad de al menos un miembro
pair = { $one } + { $other }
col-pair = Par de grupos
col-by-share = Puestos según su proporción entre los inscritos
col-one = Al menos un miembro
col-rounded = Tantos como según su proporción, redondeado hacia abajo o hacia arriba
col-rounded-pool = Tantos como según su proporción entre los inscritos, redondeado hacia abajo o hacia arriba
col-by-population = Puestos según su proporción en la población
col-rounded-population = Tantos como según su proporción en la población, redondeado hacia abajo o hacia arriba
col-drawn = Panel sorteado

draw-heading = El sorteo
draw-committed = Antes del sorteo, todos los archivos quedaron fijados por una huella. Los organizadores dicen que esta se publicó el { $moment }. Compárela con lo que se imprimió entonces.
draw-attempts = Intentos anteriores de este sorteo, con estas huellas: { $attempts }
draw-beacon = La semilla es la ronda { $round } de quicknet (drand), una fuente pública de azar que nadie puede conocer de antemano ni manipular. Se emitió el { $moment }.
draw-digits = La semilla son cifras sacadas a mano.
draw-phrase = La semilla es un texto que alguien dijo.
draw-at-once = No hubo compromiso previo al sorteo: la semilla es un texto, y nada muestra que no se eligiera a conveniencia.
will-beacon = La semilla será la ronda { $round } de quicknet (drand), una fuente pública de azar que nadie puede conocer de antemano ni manipular. Se emitirá el { $moment }.
will-digits = La semilla serán cifras sacadas a mano: { $count }.
will-phrase = La semilla será un texto que alguien diga.
will-open = Aún no hay compromiso: no se ha fijado nada, ni siquiera de dónde vendrá la semilla.
draw-rule = La semilla y la lotería determinan el boleto por una regla que cualquiera puede seguir.
label-fingerprint = Huella
label-seed = Semilla
label-key = Clave
label-ticket = Boleto
label-panel = Panel en lottery.json
ticket-of = { $ticket } de { $tickets }, contando desde 0

verify-heading = Cómo comprobarlo
verify-intro = Quien tenga el expediente del sorteo, la carpeta a partir de la cual se hizo esta página, puede comprobar el sorteo sin fiarse de nadie. Aquí la carpeta se llama «record»:
verify-public = El expediente del sorteo tiene una forma pública: una carpeta sin nombres, hecha para todos. Quien la tenga puede comprobar el sorteo sin fiarse de nadie. Aquí la carpeta se llama «public»:
verify-program = con el programa klero: { $command }
verify-page = en un navegador: abrir verify.html y elegir la carpeta (en un teléfono: sus archivos); nada sale de su dispositivo
verify-script = con Python: { $command }
verify-hand = a mano, con herramientas corrientes, como explica docs/by-hand.md
verify-needs = Algunas comprobaciones necesitan los archivos con datos personales y no se pueden hacer con la forma pública: en ellas estos programas dicen NOT CHECKED (no comprobado). Quien pueda ver el expediente completo puede hacerlas todas de la misma manera.
verify-beacon = El programa de Python no puede comprobar la firma de una fuente pública de azar; por eso su última línea es NOT VERIFIED (no verificado) aunque nada haya fallado. klero y verify.html comprueban también la firma.
verify-receipt = Toda persona inscrita puede pedir un comprobante que muestra que está en la lista de inscritos, con qué características y con cuántos boletos.
verify-said = Cuando se hizo esta página, klero verify dijo del expediente completo:
verify-means = Eso significa que se hicieron todas las comprobaciones y que ninguna falló.
verify-brackets = Lo que está entre paréntesis conviene saberlo también.
verify-alone = Este expediente sigue a otro. Solo junto con aquel se puede comprobar todo: dé a klero verify las dos carpetas.

# The verdict, in the words of verify.ftl
verified = VERIFICADO
not-verified = NO VERIFICADO
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

limits-heading = Lo que no está garantizado
limit-pool = Que todas las personas que se inscribieron estén en la lista de inscritos, y que cada entrada sea una persona real con las características que indica.
limit-seed = Que la semilla no se eligiera a conveniencia de alguien.
limit-published = Que la huella fuera pública antes de que nadie pudiera conocer la semilla.
limit-objective = Que ninguna lotería sea más justa.
limit-dropouts = Que quienes se dice que se retiraron lo hicieran de verdad, y que nadie sorteara este paso dos veces.
limit-features = Que el panel se parezca a la población en algo para lo que no hay cuota.
limit-small = Que salga sorteado quien tiene mucha probabilidad, o que no salga quien tiene poca: en eso consiste una lotería.

made = Hecho por klero { $version } a partir de los archivos del expediente, y de nada más.
made-shares = Hecho por klero { $version } a partir de los archivos del expediente y de las proporciones de la población.
