import assert from "node:assert/strict";
import { test } from "node:test";
import { isPesel, personalIn } from "../../static/src/shared/personal.js";

test("a PESEL number is known by its day and its check digit", () => {
  // Made up: the fourteenth of May 1944, and the eighth of July 2002 (months of the century after 1999 count from 21).
  assert.equal(isPesel("44051401359"), true);
  assert.equal(isPesel("02270803624"), true);
  assert.equal(isPesel("44051401358"), false, "another check digit");
  assert.equal(isPesel("44133101359"), false, "a thirteenth month");
  assert.equal(isPesel("00000000000"), false, "no day, though the sum is right");
});

test("a text is warned of for what stands in it, the gravest first", () => {
  const kinds = {
    "pesel 44051401359": "pesel",
    "44051401359, pani@ops.example": "pesel",
    "pisz do jan.kowalski+ops@mops.example.pl": "email",
    "tel. 501 234 567": "phone",
    "501-234-567": "phone",
    "501234567": "phone",
    "+48 501 234 567": "phone",
    "(32) 222 11 00": "phone",
    "32 222 11 00": "phone",
  };
  assert.deepEqual(Object.fromEntries(Object.keys(kinds).map((text) => [text, personalIn(text)])), kinds);
});

test("figures that are nobody's are left alone", () => {
  const harmless = [
    "",
    "spotkanie 28.10.2019 o 17:00",
    "250 000 000 zł na mieszkania",
    "2019-2021",
    "100 tys. mieszkańców, 12 345 678 osób w regionie",
    "ustawa z dnia 12 marca 2004 r. (Dz.U. 2004 nr 64 poz. 593)",
    "@ops odpowiada w 3 dni",
    "44051401358",
    "konto 12 3456 7890 1234 5678 9012 3456",
    "012345678",
  ];
  assert.deepEqual(harmless.filter((text) => personalIn(text)), []);
});
