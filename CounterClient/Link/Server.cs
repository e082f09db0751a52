namespace CounterClient;

/// <summary>The root of the server that served this app; its API and hubs are beside it.</summary>
public sealed record Server(Uri Address);
