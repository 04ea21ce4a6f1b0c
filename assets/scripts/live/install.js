// Lets the browser install the app. Only over https or on localhost; elsewhere there is no service worker.
// A page after which nothing of ours is left in this browser does not begin anew.
if (!document.querySelector('meta[name="kompas-bare"]')) navigator.serviceWorker?.register('/sw.js').catch(() => {});
