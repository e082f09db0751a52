using QueueHub.Contracts.Tickets;
using QueueHub.Platform;
using QueueHub.Tickets;

namespace QueueHub.BrowserTests.Screens;

/// <summary>Every page of the phone, each with something on it.</summary>
internal static class PhonePages
{
    private const string Prepare = """
        async () => {
          const fields = new URLSearchParams(new FormData(document.querySelector('#form')));
          const written = { appliedBy: 'self', document: 'personal', action: 'view', purpose: 'bank', personalAddresses: 'none', name: '홍길동', birthDate: '19900131',
            address: '서초구', phone: '010-1234-5678', privacy: 'yes' };
          Object.entries(written).forEach(([field, value]) => fields.set(`f.${field}`, value));
          fields.set('step', 'review');
          fields.set('go', 'submit');
          return new URL((await fetch(location.href, { method: 'POST', body: fields })).url).pathname;
        }
        """;

    public static IEnumerable<string> Languages => RequestLanguage.Languages.Select(language => language.Code);

    /// <summary>Their paths, by name; the tickets and forms behind them are made.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> PathsAsync(Scene scene)
    {
        var clerk = await scene.ClerkAsync("kim", "1");
        var asked = await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm());
        var called = await clerk.ServedAsync();
        Assert.True((await clerk.AskCorrections(new CorrectionsRequest(Seocho.NewRequestId(), called, ["name", "phone"]))).Ok);
        await scene.Citizens.IssueAsync();
        var waiting = await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm());
        var home = await scene.OpenAsync("/seocho/s/resident/prepare", Device.Phone);
        var prepared = await home.EvaluateAsync<string>(Prepare);
        Assert.Contains("/f/", prepared, StringComparison.Ordinal);
        return new Dictionary<string, string>
        {
            ["district"] = "/",
            ["office"] = "/seocho",
            ["service"] = "/seocho/s/resident",
            ["service without a form"] = "/seocho/s/tax",
            ["form"] = "/seocho/s/resident/form",
            ["form to prepare"] = "/seocho/s/resident/prepare",
            ["prepared form"] = prepared,
            ["prepared form, changed"] = $"{prepared}/form",
            ["prepared form, deleted"] = $"{prepared}/delete",
            ["ticket"] = waiting.Url,
            ["ticket's form"] = $"{waiting.Url}/form",
            ["visit of several services"] = "/seocho/visit",
            ["let others go first"] = $"{waiting.Url}/later",
            ["look-only link"] = $"/seocho/w/{TicketToken.Watch(waiting.Url.Split('/')[^1])}",
            ["my data"] = "/my-data",
            ["notices to a pocketed phone"] = $"{waiting.Url}/notify",
            ["nearby offices"] = "/seocho/s/resident/nearby",
            ["cancel"] = $"{waiting.Url}/cancel",
            ["ticket with corrections"] = asked.Url,
            ["corrections"] = $"{asked.Url}/form",
            ["problem"] = "/seocho/s/nothing",
        };
    }
}
