namespace QueueHub.Feed;

/// <summary>How a question to the feed ended, in the feed's own codes.</summary>
public sealed record FeedResult(string Code, string Message)
{
    public static readonly FeedResult Normal = new("K0", "NORMAL_SERVICE");
    public static readonly FeedResult NoData = new("K03", "NODATA_ERROR");
    public static readonly FeedResult InvalidParameter = new("K10", "INVALID_REQUEST_PARAMETER_ERROR");
    public static readonly FeedResult TooMany = new("K22", "LIMITED_NUMBER_OF_SERVICE_REQUESTS_EXCEEDS_ERROR");
    public static readonly FeedResult UnknownKey = new("K30", "SERVICE_KEY_IS_NOT_REGISTERED_ERROR");
}
