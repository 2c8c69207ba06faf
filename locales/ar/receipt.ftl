rehearsal = تجربة وليست القرعة
