// Lets the browser install the app. Only over https or on localhost; elsewhere there is no service worker.
navigator.serviceWorker?.register('/sw.js');
