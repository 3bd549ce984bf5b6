// Shows the note when there is a newer version.
(() => {
  const note = document.getElementById("upgrade");
  const releases = "https://releases.wagtail.org/latest.txt";
  fetch(releases, { referrerPolicy: "strict-origin-when-cross-origin" })
    .then((response) => response.json())
    .then((latest) => {
      note.hidden = latest.version === note.dataset.version;
    })
    .catch((error) => console.log(error));
})();
