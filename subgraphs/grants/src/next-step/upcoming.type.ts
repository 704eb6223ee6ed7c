export type UpcomingCall = { id: string; edition: number; opensOn: string; isOpen: boolean };
export type UpcomingMorning = { id: string; title: string; startsOn: string; isDemonstration: boolean };
