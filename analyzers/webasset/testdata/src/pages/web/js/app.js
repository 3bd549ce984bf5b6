// See https://docs.example.org/ for the meaning of the fields.
const releases =
  "https://releases.example.org/latest.json";
const doc = "https://docs.example.org/";
async function check() { return (await fetch(releases, { cache: "no-store" })).json(); }
