/**
 * @apollo/gateway sends figures about its use to its maker, and asks cloud providers where it runs, unless this variable
 * says otherwise; it has no option for it. Nothing that we start sends anything out of the machine.
 */
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
