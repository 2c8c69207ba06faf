# Makes up three exports of 90 registrations each, in the shape of those of three kinds of platform. Nobody in them is real.
set -eu
for town in 1 2 3; do
    klero generate --population shares.csv --members 90 --size 15 --seed $town --out "made/$town" > /dev/null
done

# Born on a day before October, so that the age on 1 October 2026 is that of the row, somewhere in the band.
born='function age(band, row) { split(band, from, /[-+]/); return from[1] + (row * 7) % 14 }
    function say(row, list, n, words) { n = split(list, words, "|"); return words[row % n + 1] }'

awk -F, "$born"'
    BEGIN { print "id;nickname;registered_at;answers/gender;answers/date_of_birth;answers/district"; OFS = ";"
        say_it["Harbour"] = "Harbour|harbour |the harbour|by the port"; say_it["Old Town"] = "Old Town|old town|Oldtown|centre"
        say_it["Hillside"] = "Hillside|hill side|up the hill|Hill" }
    NR > 1 { print 4000 + NR, "neighbour_" NR, "2026-08-" sprintf("%02d", NR % 28 + 1), $2 == "woman" ? "female" : "male",
        sprintf("%d-%02d-%02d", 2026 - age($3, NR), NR % 9 + 1, NR % 28 + 1), say(NR, say_it[$4]) }' made/1/pool.csv > decidim_export.csv

awk -F, "$born"'
    BEGIN { print "Email,Gender,Year of birth,Which part of town do you live in?"; OFS = ","
        say_it["Harbour"] = "Harbour"; say_it["Old Town"] = "Old Town"; say_it["Hillside"] = "Hillside (upper)|Hillside (lower)" }
    NR > 1 { print "person" NR "@example.org", $2 == "woman" ? "Woman" : "Man", 2026 - age($3, NR), say(NR, say_it[$4]) }
    ' made/2/pool.csv > go_vocal_export.csv

awk -F, "$born"'
    BEGIN { printf "\"Login (Screen name)\",\"Gender identity\",\"Date of Birth\",\"Suburb\",\"Registered\"\r\n"
        say_it["Harbour"] = "HARBOUR"; say_it["Old Town"] = "OLD TOWN|OLD TOWN NORTH"; say_it["Hillside"] = "HILLSIDE" }
    NR > 1 { printf "\"resident%d\",\"%s\",\"%d/%d/%d\",\"%s\",\"%d/8/2026\"\r\n", NR, $2 == "woman" ? "I am a woman" : "I am a man",
        NR % 28 + 1, NR % 9 + 1, 2026 - age($3, NR), say(NR, say_it[$4]), NR % 28 + 1 }' made/3/pool.csv > engagementhq_export.csv
