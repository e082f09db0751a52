using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using QueueHub.IntegrationTests.Intake;
using QueueHub.Tickets;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Panels;

/// <summary>What a citizen puts under a form at the panel.</summary>
public sealed class SignatureTests(EngineFixture engines)
{
    private static readonly SignatureDrawing Drawing = new([[123, 45, 234, 56, 345, 67], [777, 88, 779, 99]]);

    [Fact]
    public async Task A_signed_form_is_submitted_and_its_signature_holds_until_a_field_is_changed()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        await using var scene = await CounterScene.StartAsync(hub);
        Assert.True((await scene.Panel.SignAsync(scene.Ticket)).Ok);
        Assert.Equal((SignatureKind.Confirmed, null, true), Facts(await scene.Panel.Submission(scene.Ticket)));

        var signed = await scene.Panel.SignAsync(scene.Ticket, Drawing);
        Assert.True(signed.Ok);
        var here = (await scene.Panel.Submission(scene.Ticket))!.Signature!;
        var there = (await scene.Clerk.Submission(scene.Ticket))!.Signature!;
        Assert.Equal((SignatureKind.Drawn, true), (here.Kind, here.Valid));
        Assert.Equal(Drawing.Lines, there.Drawing!.Lines);
        Assert.Equal(here.At, there.At);

        Assert.True((await scene.Clerk.EditForm(new EditFormRequest(scene.Ticket, [new("copies", 1, ["3"])]))).Ok);
        Assert.False((await scene.Panel.Submission(scene.Ticket))!.Signature!.Valid);
        Assert.False((await scene.Clerk.Submission(scene.Ticket))!.Signature!.Valid);

        // Changed back it is signed no more: nobody has seen that.
        Assert.True((await scene.Clerk.EditForm(new EditFormRequest(scene.Ticket, [new("copies", 2, ["1"])]))).Ok);
        Assert.False((await scene.Clerk.Submission(scene.Ticket))!.Signature!.Valid);
        Assert.True((await scene.Panel.SignAsync(scene.Ticket)).Ok);
        Assert.True((await scene.Clerk.Submission(scene.Ticket))!.Signature!.Valid);
    }

    [Fact]
    public async Task What_was_not_seen_what_is_incomplete_and_what_is_no_drawing_is_not_signed()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        await using var scene = await CounterScene.StartAsync(hub);
        var seen = (await scene.Panel.Submission(scene.Ticket))!.Revisions;

        Assert.True((await scene.Clerk.EditForm(new EditFormRequest(scene.Ticket, [new("copies", 1, ["3"])]))).Ok);
        Assert.Equal(ProblemCodes.FormConflict, (await SignAsync(seen)).Problem!.Code);

        seen = (await scene.Panel.Submission(scene.Ticket))!.Revisions;
        foreach (var drawing in new SignatureDrawing[] { new([]), new([[1]]), new([[1, 2, 3]]), new([[0, 0, 1001, 0]]), new([[0, 0, 0, 301]]), new([[-1, 0, 0, 0]]) })
        {
            Assert.Equal(ProblemCodes.InvalidRequest, (await SignAsync(seen, drawing)).Problem!.Code);
        }

        Assert.True((await scene.Clerk.EditForm(new EditFormRequest(scene.Ticket, [new("name", 1)]))).Ok);
        var refused = await SignAsync((await scene.Panel.Submission(scene.Ticket))!.Revisions);
        Assert.Equal((ProblemCodes.FormInvalid, "name"), (refused.Problem!.Code, refused.Errors!.Keys.Single()));
        Assert.Null((await scene.Panel.Submission(scene.Ticket))!.Signature);

        Task<CommandReply> SignAsync(IReadOnlyDictionary<string, int> revisions, SignatureDrawing? drawing = null) =>
            scene.Panel.Sign(new SignRequest(Seocho.NewRequestId(), scene.Ticket, revisions, drawing, "ko"));
    }

    [Fact]
    public async Task A_signature_is_in_no_event_is_not_to_be_read_in_Redis_and_goes_with_its_form()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        await using var scene = await CounterScene.StartAsync(hub);
        Assert.True((await scene.Panel.SignAsync(scene.Ticket, Drawing)).Ok);
        var redis = hub.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase();
        var key = RedisKeys.Submission(Seocho.Office, scene.Ticket);

        var log = string.Concat((await redis.StreamRangeAsync(RedisKeys.Events(Seocho.Office))).SelectMany(entry => entry.Values).Select(value => (string?)value.Value));
        Assert.Contains("formSigned", log, StringComparison.Ordinal);
        Assert.Contains("\"by\":\"panel:1\"", log, StringComparison.Ordinal);
        var stored = string.Concat((await redis.HashGetAllAsync(key)).Select(entry => (string?)entry.Value));
        foreach (var secret in new[] { "234,56,345", "drawing", "revisions", "홍길동" })
        {
            Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(secret, stored, StringComparison.OrdinalIgnoreCase);
        }

        Assert.True((await scene.Clerk.Complete(new CompleteRequest(Seocho.NewRequestId(), scene.Ticket))).Ok);
        Assert.InRange((await redis.KeyTimeToLiveAsync(key))!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_form_that_is_moved_or_attached_anew_takes_no_signature_along()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        await using var scene = await CounterScene.StartAsync(hub);
        var redis = hub.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase();
        Assert.True((await scene.Panel.SignAsync(scene.Ticket, Drawing)).Ok);
        using var phone = PreparedFormTests.Phone(hub);
        var prepared = await PreparedFormTests.PrepareAsync(phone, "성춘향");

        Assert.True((await scene.Clerk.AttachForm(
            new AttachFormRequest(Seocho.NewRequestId(), scene.Ticket, new Uri(hub.Url, prepared).AbsoluteUri, Replace: true))).Ok);
        Assert.False(await redis.HashExistsAsync(RedisKeys.Submission(Seocho.Office, scene.Ticket), "signature"));
        Assert.Null((await scene.Panel.Submission(scene.Ticket))!.Signature);

        Assert.True((await scene.Panel.SignAsync(scene.Ticket, Drawing)).Ok);
        Assert.True((await scene.Clerk.Move(new MoveRequest(Seocho.NewRequestId(), scene.Ticket, "banpo-1", "resident"))).Ok);
        var there = await Eventually.NotNullAsync(
            () => Task.FromResult(hub.Services.GetRequiredService<QueueHub.Live.IOfficeStates>().Current("banpo-1")?.Tickets.Values.FirstOrDefault()), "it is there");
        Assert.True(await redis.KeyExistsAsync(RedisKeys.Submission("banpo-1", there.Ordinal)));
        Assert.False(await redis.HashExistsAsync(RedisKeys.Submission("banpo-1", there.Ordinal), "signature"));
        Assert.Null(there.Signing);
    }

    private static (string?, SignatureDrawing?, bool?) Facts(SubmissionView? view) => (view?.Signature?.Kind, view?.Signature?.Drawing, view?.Signature?.Valid);
}
