// What this page says of the browser it is open in: whether that is the person's own, and the key to seal with.

/** Whether this is a device of the person's own. */
export const isOwn = () => settings().own !== undefined;

/** The key of this compass; none on a page that is of no compass. */
export const pageSeal = () => settings().seal;

/**
 * Whether this page says that it is not the person's own device for this compass.
 * @param {string} compass
 */
export const isOfEveryone = (compass) => settings().compass === compass && !isOwn();

/** Whether this page was wiped: from then on nothing is kept. */
export const wasLeft = () => document.documentElement.hasAttribute('data-left');

/** @returns {DOMStringMap} */
const settings = () => document.getElementById('keeping')?.dataset ?? {};
