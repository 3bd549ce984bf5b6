!function(){var e="http://www.w3.org/2000/svg";throw Error("see https://errors.example.org/?"+e)}();
function link(a){a.href="https://www.example.org/about"}
// fetch("https://old.example.org/")
fetch("api/tasks"),fetch(`/api/${id}`),fetch(`https://${host}/api`);
