/*! tool 1.0 | MIT | https://www.tool.example/license */
const svg = "http://www.w3.org/2000/svg";
const help = "https://www.tool.example/help#";
function fail(code) {
  throw new Error("minified error #" + code + "; visit https://www.tool.example/errors/" + code);
}
function draw(parent, item) {
  const mark = document.createElementNS(svg, "svg");
  const link = document.createElement("a");
  link.href = help + item.id;
  link.title = "opens https://www.tool.example/";
  parent.append(mark, link);
}
fetch("/api/items")
  .then((r) => (r.ok ? r.json() : fail(r.status)))
  .then((items) => items.forEach((i) => draw(document.body, i)));
