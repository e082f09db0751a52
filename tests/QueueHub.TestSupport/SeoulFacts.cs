using QueueHub.History;

namespace QueueHub.TestSupport;

/// <summary>Every office is in Seoul, and every form saves two sheets.</summary>
public sealed class SeoulFacts : IOfficeFacts
{
    public static readonly TimeZoneInfo Seoul = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");

    public TimeZoneInfo Zone(string office) => Seoul;
    public int PagesSaved(string template, int version) => 2;
}
