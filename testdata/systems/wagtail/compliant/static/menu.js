// Opens and closes the menu.
(() => {
  for (const button of document.querySelectorAll("[data-menu]")) {
    button.addEventListener("click", () => {
      const menu = document.getElementById(button.dataset.menu);
      menu.hidden = !menu.hidden;
    });
  }
})();
