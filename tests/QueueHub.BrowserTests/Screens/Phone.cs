using System.Text.RegularExpressions;

namespace QueueHub.BrowserTests.Screens;

/// <summary>What a citizen does on the phone's Korean pages.</summary>
internal static partial class Phone
{
    public static ILocator Number(this IPage phone) => phone.Locator(".hero .number");
    public static ILocator View(this IPage phone, string state) => phone.Locator($"[data-view={state}]");
    /// <summary>How many are ahead, in whichever view shows it.</summary>
    public static ILocator Ahead(this IPage phone) => phone.Locator(".view:not([hidden]) [data-text='{ahead}']");
    public static ILocator Heading(this IPage phone) => phone.GetByRole(AriaRole.Heading, new() { Level = 1 });
    public static Task PressAsync(this IPage phone, string button) => phone.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Goes elsewhere by its address, once the page's modules have run: what a page keeps on the phone is kept by them.</summary>
    public static async Task GoAsync(this IPage phone, string address)
    {
        await phone.LoadedAsync();
        await phone.GotoAsync(address);
    }

    public static async Task AnswerRequestAsync(this IPage phone)
    {
        await Expect(phone.Heading()).ToHaveTextAsync("무엇이 필요하세요?");
        await phone.GetByLabel("등본 (세대 전체)").CheckAsync();
        await phone.GetByLabel("교부 (종이로 받기)").CheckAsync();
        await phone.GetByLabel("은행·금융기관 제출").CheckAsync();
    }

    public static async Task AnswerHouseholdAsync(this IPage phone)
    {
        await Expect(phone.Heading()).ToHaveTextAsync("등본에 무엇을 넣을까요?");
        await phone.GetByLabel("넣지 않기", new() { Exact = true }).CheckAsync();
        await phone.GetByLabel("세대원의 이름").CheckAsync();
    }

    /// <summary>For oneself, which is a page of its own.</summary>
    public static async Task AnswerApplicantAsync(this IPage phone)
    {
        await Expect(phone.Heading()).ToHaveTextAsync("누가 신청하시나요?");
        await phone.GetByLabel("본인", new() { Exact = true }).CheckAsync();
        await phone.PressAsync("다음");
        await Expect(phone.Heading()).ToHaveTextAsync("신청하시는 분을 알려 주세요");
        await phone.GetByLabel("이름", new() { Exact = true }).FillAsync("홍길동");
        await phone.GetByLabel("생년월일").FillAsync("19900131");
        await phone.GetByLabel("주소", new() { Exact = true }).FillAsync("서울특별시 서초구 남부순환로 2584, 101동 1001호");
        await phone.GetByLabel("전화번호").FillAsync("010-1234-5678");
        await phone.Locator("[name='f.privacy']").CheckAsync();
    }

    /// <summary>Writes the whole form; ends at the review.</summary>
    public static async Task WriteFormAsync(this IPage phone)
    {
        await phone.AnswerRequestAsync();
        await phone.CopiesAsync("2");
        await phone.PressAsync("다음");
        await phone.AnswerHouseholdAsync();
        await phone.PressAsync("다음");
        await phone.AnswerApplicantAsync();
        await phone.PressAsync("다음");
        await Expect(phone.Heading()).ToHaveTextAsync("내용을 확인해 주세요");
    }

    public static Task CopiesAsync(this IPage phone, string copies) => phone.GetByLabel("몇 통이 필요하세요?").FillAsync(copies);

    /// <summary>Fills a step by its fields' ids, in either language.</summary>
    public static async Task FillStepAsync(this IPage phone, string step, params (string Field, string Value)[] answers)
    {
        await Expect(phone.Locator("#form")).ToHaveAttributeAsync("data-step", step);
        foreach (var (field, value) in answers)
        {
            var choice = phone.Locator($"[name='f.{field}'][value='{value}']:not([type=text]):not([type=tel])");
            await (await choice.CountAsync() > 0 ? choice.CheckAsync() : phone.Locator($"[name='f.{field}']").FillAsync(value));
        }
    }

    /// <summary>Presses the button that leads on, in either language.</summary>
    public static Task NextAsync(this IPage phone) => phone.Locator("#form > .button").First.ClickAsync();

    /// <summary>Waits for the ticket's page.</summary>
    public static Task HasTicketAsync(this IPage phone) => Expect(phone).ToHaveURLAsync(TicketAddress());

    /// <summary>On the ticket's page, whose module has run: only from then on is the ticket found on the office's page.</summary>
    public static Task KeepsTicketAsync(this IPage phone) => Expect(phone.Locator("[data-live]")).ToBeVisibleAsync();

    [GeneratedRegex("/seocho/t/[0-9a-f]{32}$")]
    private static partial Regex TicketAddress();
}
