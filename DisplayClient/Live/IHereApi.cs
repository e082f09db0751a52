using QueueHub.Contracts.Screens;

namespace DisplayClient.Live;

/// <summary>Asks for the code that shows presence; never throws for what a network can cause.</summary>
public interface IHereApi
{
    /// <summary>The code of now; whether the server has answered: without a code there is none for this screen.</summary>
    Task<(HereQr? Code, bool Answered)> AskAsync();
}
