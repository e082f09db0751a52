using System.Security.Claims;
using QueueHub.Contracts.Screens;

namespace QueueHub.Screens;

/// <summary>The paired screens, as this node knows them: from memory, so that they go on while Postgres is away.</summary>
public interface IScreens
{
    /// <summary>
    /// A pairing was revoked, on whatever node: its connections are to be closed. Carries the screen's id. Called on any thread; must not block.
    /// <see cref="IScreenConnections"/> does the closing.
    /// </summary>
    event Action<string>? Revoked;

    /// <summary>A display is to show its office in another way. Called on any thread; must not block.</summary>
    event Action<Screen>? Settled;

    /// <summary>The paired screen that this principal stands for; null for anybody else, and once it is revoked.</summary>
    Screen? Of(ClaimsPrincipal user);

    /// <summary>The paired screen of this id; null once it is revoked.</summary>
    Screen? Find(string id);
}

/// <summary>A paired screen.</summary>
/// <param name="Id">Names it in lists; its token cannot be told from it.</param>
/// <param name="Office">Slug.</param>
/// <param name="Place">Of a panel: its counter. Of a display: empty.</param>
/// <param name="Name">What people call the place.</param>
/// <param name="Settings">Of a display: how it shows its office. Of a panel: null.</param>
public sealed record Screen(string Id, ScreenKind Kind, string Office, string Place, string Name, DisplaySettings? Settings = null)
{
    internal bool SamePlace(Screen other) => (Kind, Office, Place) == (other.Kind, other.Office, other.Place);
}
