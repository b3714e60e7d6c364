/* The seats of a support team that a reader ticked: kept on this device, for each edition by itself, under the id of the seat. */
(() => {
  const { device, root } = playbook;
  const STATUSES = ["filled", "asked", "open"];
  const key = () => `${root.pathname}.playbook_seats.${playbook.edition() || "general"}`;
  const isSeat = (seat) => STATUSES.includes(seat?.status) && typeof seat.sector === "string" && typeof (seat.organization ?? "") === "string";

  /* By id: {sector, status, organization}; what is no such thing is left out. */
  const read = () => Object.fromEntries(Object.entries(device.read(key()) ?? {}).filter(([, seat]) => isSeat(seat)));

  /* As a region file lists them. */
  const listed = () => Object.values(read()).map(({ sector, status, organization }) => ({ sector, status, ...(organization ? { organization } : {}) }));

  playbook.seats = { read, listed, keep: (seats) => device.write(key(), Object.keys(seats).length ? seats : null) };
})();
