using System.Diagnostics;
using System.Globalization;
using CsCheck;
using Xunit.Sdk;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>Random stories, and of one that fails the shortest that still does.</summary>
internal static class Story
{
    private const int Tries = 3;

    // More by hand: QUEUEHUB_STORIES=1000 ./test RandomCommandTests; CsCheck_Seed tells a story again.
    private static readonly int? ByHand =
        int.TryParse(Environment.GetEnvironmentVariable("QUEUEHUB_STORIES"), CultureInfo.InvariantCulture, out var stories) ? stories : null;

    private static readonly TimeSpan ShorteningLimit = TimeSpan.FromMinutes(1);

    /// <summary>Tells as many stories as asked for; when one fails, the message is the shortest one that does, step by step, and the seed that tells it again.</summary>
    public static async Task HoldsAsync<TStep>(Gen<List<TStep>> stories, int count, Func<IReadOnlyList<TStep>, Task> tell)
        where TStep : class
    {
        var (failed, reason) = ((IReadOnlyList<TStep>)[], "");
        try
        {
            await stories.SampleAsync(
                async story =>
                {
                    try
                    {
                        await tell(story);
                    }
                    catch (Exception failure)
                    {
                        (failed, reason) = (story, failure.Message);
                        throw;
                    }
                },
                iter: ByHand ?? count, threads: 1, print: story => $"{story.Count} steps");
        }
        catch (CsCheckException found)
        {
            var (story, why) = await ShortestAsync(failed, tell);
            var seen = why == reason ? why : why is null ? $"Not every time, but once: {reason}" : $"{why}\n\nAt first it was: {reason}";
            throw new XunitException($"{string.Join('\n', story.Select((step, index) => $"{index + 1}. {step}"))}\n{seen}\n\n{found.Message}");
        }
    }

    // Leaves out parts, large ones first, for as long as what is left still fails. What depends on who is faster fails only now and then: each is told a few times.
    private static async Task<(IReadOnlyList<TStep> Story, string? Why)> ShortestAsync<TStep>(IReadOnlyList<TStep> story, Func<IReadOnlyList<TStep>, Task> tell)
    {
        var began = Stopwatch.GetTimestamp();
        var why = await FailureAsync(story, tell);
        for (var part = Math.Max(1, story.Count / 2); part > 0 && Stopwatch.GetElapsedTime(began) < ShorteningLimit;)
        {
            var before = story.Count;
            for (var at = 0; at < story.Count && Stopwatch.GetElapsedTime(began) < ShorteningLimit;)
            {
                IReadOnlyList<TStep> shorter = [.. story.Take(at), .. story.Skip(at + part)];
                if (shorter.Count > 0 && await FailureAsync(shorter, tell) is { } failure)
                {
                    (story, why) = (shorter, failure);
                }
                else
                {
                    at += part;
                }
            }

            // What could not be left out may be dispensable without what has been since.
            part = part == 1 && story.Count < before ? 1 : part / 2;
        }

        return (story, why);
    }

    private static async Task<string?> FailureAsync<TStep>(IReadOnlyList<TStep> story, Func<IReadOnlyList<TStep>, Task> tell)
    {
        for (var i = 0; i < Tries; i++)
        {
            try
            {
                await tell(story);
            }
            catch (Exception failure)
            {
                return failure.Message;
            }
        }

        return null;
    }
}
