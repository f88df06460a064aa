"use strict";
// Shows the scenarios of one state that have all words; a group is shown as long as a scenario in it is.
const words = document.getElementById("words");
if (words) {
  const shown = document.getElementById("shown");
  const buttons = [...document.querySelectorAll("button.state")];
  const features = [...document.querySelectorAll(".feature")].map(feature => ({
    feature,
    wasOpen: feature.open,
    scenarios: [...feature.querySelectorAll(".scenario")].map(scenario => ({
      scenario,
      text: (feature.firstElementChild.textContent + " " + scenario.textContent).toLowerCase(),
    })),
  }));
  let state = "";
  const apply = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const filtered = state !== "" || wanted.length > 0;
    let count = 0;
    let all = 0;
    for (const { feature, wasOpen, scenarios } of features) {
      let some = 0;
      for (const { scenario, text } of scenarios) {
        const fits = (state === "" || scenario.dataset.state === state) && wanted.every(word => text.includes(word));
        scenario.hidden = !fits;
        some += fits ? 1 : 0;
      }
      feature.hidden = some === 0;
      feature.open = filtered ? some > 0 : wasOpen;
      count += some;
      all += scenarios.length;
    }
    shown.textContent = filtered ? count + " of " + all : "";
    buttons.forEach(button => button.setAttribute("aria-pressed", String(button.dataset.state === state)));
  };
  words.addEventListener("input", apply);
  document.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button) {
      return;
    }
    if (button.classList.contains("state")) {
      state = button.dataset.state;
    } else {
      state = "";
      words.value = button.dataset.words;
      document.querySelector(".filter").scrollIntoView();
    }
    apply();
  });
}
