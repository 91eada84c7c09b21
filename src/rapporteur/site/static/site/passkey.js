// Says on the page that a passkey did not answer; without it nothing would be seen.
"use strict";
document.addEventListener("allauth.error", (event) => {
  const told = document.getElementById("passkey-fault");
  if (told) {
    event.preventDefault();
    told.hidden = false;
  }
});
