# Makes up pool.csv: in each district six volunteers for every seat. Nobody in it is real.
set -eu
echo id,district,gender,age,home > pool.csv
number=0
tail -n +2 districts.csv | while IFS=, read -r district size; do
    number=$((number + 1))
    klero generate --population shares.csv --members $((6 * size)) --size "$size" --seed $number --out "made/$number" > /dev/null
    tail -n +2 "made/$number/pool.csv" | sed "s/^v/$number-/; s/,/,$district,/" >> pool.csv
done
