// A refused key leaves this page at the address of scanning, or of an invitation: another one would only change what
// stands behind the # and load nothing. With an address of its own, the next one opens.
if (['/k', '/werk/uitnodiging'].includes(location.pathname)) history.replaceState(null, '', '/niet-gevonden');
