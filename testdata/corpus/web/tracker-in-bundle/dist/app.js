const where = location.pathname;
navigator.sendBeacon("https://www.google-analytics.com/collect?v=1&t=pageview&dp=" + encodeURIComponent(where));
