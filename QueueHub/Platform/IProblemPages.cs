namespace QueueHub.Platform;

/// <summary>Shows a problem to a person, as a page in their language. The intake has the pages; a failure may come from anywhere.</summary>
public interface IProblemPages
{
    /// <summary>Writes the page of a code of <see cref="Contracts.ProblemCodes"/> with its status.</summary>
    Task WriteAsync(HttpContext http, string code, int status);
}
