namespace QueueHub.Contracts.Screens;

/// <summary>The code that shows presence, for a paired display alone.</summary>
/// <param name="Office">Slug: the office whose lobby the display stands in.</param>
/// <param name="Svg">The QR picture.</param>
/// <param name="LeftMilliseconds">How long it is the newest.</param>
public sealed record HereQr(string Office, string Svg, int LeftMilliseconds);
