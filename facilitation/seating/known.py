"""Designs that no formula here gives: found once by computer search, checked by a test, read by two files.

``shifts.py`` reads the shift matrices, ``opening.py`` the whole plans.
"""

from __future__ import annotations

from typing import Final

DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"

SHIFTS: Final[dict[int, tuple[str, ...]]] = {
    6: (
        "00000 01342 04521 02134 05213",
        "000000 024534 041325 053142",
        "0000000 0513142 0421325 0342154",
    ),
    10: (
        "00000000 05917284 01832657 07526938 04378569 09285743 02769815 08453196",
        "000000000 048639521 012957486 036782195 021594768",
        "0000000000 0479236185 0643712098 0285461379",
    ),
    12: (
        "00000000 0b2957a1 0a876429 0671b89a 026a1948 01952684 0746ab52 05a89213",
        "0000000000 053b182796 0a71b49835 082953a167 0158796a4b",
        "000000000000 0a9416238b57 04816a3bb972 025679b134a8",
    ),
    14: (
        "00000000 03c7d8b9 065c173a 08db2491 0749b1c3 0b359a46 0d964312 04b3a6dc",
        "0000000 025bcad 0a243cb 05a6827 09d2a75 0b63912 013c548 0cb168a 0789d61",
        "0000000000 089d2a413c 09c7b6a312 03a96c17b5 0c78d43b51 0a8b51c279",
        "000000000000 057c82b6139d 01abc863d527 0452da39bc61 0d98132a764c",
        "00000000000000 043bd72c369158 06a53c8bd17429 02b859137dca64",
    ),
    15: (
        "00000000 02ba718c 0852c479 07ad1b94 05184c2b 0e946732 0bd9e263 017cbde5",
        "0000000 03782a5 0ba5c26 0e9768b 016b94a 081ce67 075eb98 06c9452 05e3719",
        "0000000000 093821764b 049736ad25 07bc1349a6 0d6a9e83c7 032b8c57e1",
        "000000000000 046d8957132e 09e27a3d86cb 07543dc89eb1 0541a3dec869",
        "000000000000000 0e6d873ca291b45 0ce8b42d165a397 09a1635b78e24dc",
    ),
    18: (
        "000000000 0bha9857d 09cg5b64f 08d5e1b67 0682fd7ae 0db1g92c6 01ghb69d8 076f2hd9b 0f978ae52",
        "0000000000 0c6375bgah 07hb68f31d 01ah4g26fc 05813dah76 03g6f2759a 0847eh19c5 0h5ad1c72b",
        "000000000000 02c85e437g91 047b3def8cga 05e198ch4b72 0b6fga57de43 06h98c3a2d17",
    ),
    20: (
        "0000000000 038ibjfhg9 0fa82i4d37 01h4679eia 064f53a978 08f7e163a5 0ceg7b2846 0jgdch56fe",
        "000000000000 0fj9db25ia61 046bejf12dh7 02h53g1b6e9c 01eh4cjfb926 082djic4963g",
    ),
    21: (
        "0000000000 0c7d629k8i 0a19gk25cj 06fk8jcb3g 0j83igfhae 08ga1dbif5 07cej1i958 0e643ij7d1 0i4523ga1h",
        "000000000000 097b6g2dcfj1 02581fh9gib3 03gd4bah8c9f 0cd32igb1e5a 05haf3e861gk",
    ),
    22: (
        "0000000000 02i367jd4f 0be2if8hk3 051chlgf28 0af5g1hcbl 04l72i68ad 0f6lkge71j 0k4a1di6e5 09h8akl5gb",
        "000000000000 0egi7jb1c8dk 0b5387ajg2fi 0l6g4a72bhjc 02k1g8hij4ce 0f8lie2a91kj",
    ),
    24: (
        "0000000000 0lmbfk5c16 0fcnim2j7b 0ekd3hjfbc 0d68janic2 0nj4eflagd 0gah21dbml 01njhdem8k 087c9jb1na",
        "000000000000 0b7iln8cfmg3 07kb452mg3ej 058m3jkeic92 09ia5kch1b4n 0kbh7l46n189",
    ),
}
"""Tables → shift matrices over the integers modulo tables: a word a round, a digit a row.

Found by simulated annealing on the number of equal differences. All are free of them but the second and third
for 6 tables and the last for 10, 12 and 14, which have as few as were found.
"""

PLANS: Final[dict[tuple[int, int], tuple[str, ...]]] = {
    (6, 5): (
        "555553401223401123401234012340",
        "012345555534012340124012301234",
        "340120123455555012344012312340",
        "012343401212340555553401223401",
        "234011234012340234015555512340",
        "340123401201234234010123455555",
    ),
    (6, 6): (
        "000000111111222222333333444444555555",
        "012345012345012345012345012345012345",
        "451230125304503142310425032451254013",
        "250431314250025143143502402315531024",
    ),
    (8, 4): (
        "01234567012345670123456701234567",
        "01234567103254765467012345761032",
        "01012301454567451076762354323267",
        "01102345233201674501765467235476",
        "01233245674554237610230110764567",
        "01230145456745012376321067327654",
        "01234510230167324545106767673245",
        "01231045321023677667543254457601",
        "01232332456767767654455432100110",
        "01234545546710106754676723012323",
    ),
    (10, 10): (
        "0000000000111111111122222222223333333333444444444455555555556666666666777777777788888888889999999999",
        "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789",
        "0654987123710659823487210693459873210456198743256032987546015439876012234560178945601238976012345978",
        "0789135246617892435050278934614613789502950247861389613570247890246135123456079823456018793456012987",
    ),
}
"""(tables, seats at each) → rounds: a word a round, a digit a person, whose table it is.

6 tables of 5, nobody meeting twice in 6 rounds: in each round five people who never meet otherwise sit
together, and the other five rows of five shift modulo 5. 6 tables of 6 in 4 rounds with 2 repeats, by
simulated annealing; none at all would be 36 officers (Tarry 1900). 8 tables of 4 in 10 rounds, nobody
meeting twice (a plan that Aguado was the first to give, 2004): developed here from four base blocks over a
group of order 32; two of them are subgroups, two are transversals of subgroups of order 8, and their
quotients are everything but one involution, each once. 10 tables of 10 in 4 rounds without repeats: a pair of
orthogonal Latin squares of order 10 (Parker 1959).
"""
