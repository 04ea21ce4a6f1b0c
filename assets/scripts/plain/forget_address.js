// A refused key leaves this page at the address of scanning: another scan would only change what stands
// behind the # and load nothing. With an address of its own, the next scan opens.
if (location.pathname === '/k') history.replaceState(null, '', '/niet-gevonden');
