using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Screens;

namespace QueueHub.Contracts.Hubs;

/// <summary>What a display may ask.</summary>
public interface IDisplayHub
{
    /// <summary>Follows an office from now on. Null for an unknown office; otherwise the present board, and each later one by <see cref="IDisplayClient.ShowBoard"/>.</summary>
    /// <exception cref="Exception">The node has not read the office yet (<see cref="ProblemCodes.Unavailable"/>): ask again.</exception>
    Task<Board?> Watch(string office);
}

/// <summary>What the server tells a display.</summary>
public interface IDisplayClient
{
    /// <summary>The newest board; ones in between may have been skipped.</summary>
    Task ShowBoard(Board board);

    /// <summary>How the paired display that hears this shows its office, from now on.</summary>
    Task Settle(DisplaySettings settings);
}
