using QueueHub.Contracts.Forms;

namespace QueueHub.BrowserTests.Screens;

/// <summary>Writes any form on the phone, by the keys of its answers and so in any language.</summary>
internal static class FormWriter
{
    /// <summary>Writes all steps; ends at the review. Each group first gets an entry too many, which is removed again.</summary>
    /// <param name="written">Told of each step that is filled in, before it is sent.</param>
    public static async Task WriteAsync(
        this IPage phone, FormTemplate form, IReadOnlyDictionary<string, IReadOnlyList<string>> typed, Func<string, Task>? written = null)
    {
        while (await phone.StepAsync() is { } id && form.Steps.FirstOrDefault(step => step.Id == id) is { } step)
        {
            // Without scripts an answer is only known to open a field once the step was sent: the same step comes again, with the field.
            for (var times = 0; await phone.StepAsync() == id; times++)
            {
                Assert.True(times < 4, $"Step {id} does not end: {await phone.Locator("main").InnerTextAsync()}");
                foreach (var field in step.Fields)
                {
                    await (field.Type == FieldType.Group ? phone.FillGroupAsync(field, typed) : phone.FillAsync(new FormLeaf(field.Id, field), typed));
                }

                await (written?.Invoke(id) ?? Task.CompletedTask);
                await phone.PressAndWaitAsync("#form > .button >> nth=0");
            }
        }
    }

    private static async Task FillGroupAsync(this IPage phone, FormField group, IReadOnlyDictionary<string, IReadOnlyList<string>> typed)
    {
        if (!await phone.Locator($"#f-{group.Id}-box").IsVisibleAsync())
        {
            return;
        }

        var wanted = FormGroup.Count(group, typed);
        var entries = phone.Locator($"#f-{group.Id}-box [data-entry]");
        for (var entry = await entries.CountAsync(); entry < wanted; entry++)
        {
            await phone.PressAndWaitAsync($"[value='add:{group.Id}']");
            await Expect(entries).ToHaveCountAsync(entry + 1);
            await Expect(phone.Locator($"[id='f-{FormGroup.KeyOfFirst(group, entry)}']")).ToBeFocusedAsync();
        }

        await EntriesAsync();
        if (wanted < FormGroup.Most(group))
        {
            await phone.PressAndWaitAsync($"[value='add:{group.Id}']");
            await Expect(entries).ToHaveCountAsync(wanted + 1);
            await phone.PressAndWaitAsync($"[value='remove:{group.Id}:{wanted}']");
            await Expect(entries).ToHaveCountAsync(wanted);
            await Expect(phone.Locator(".removed")).ToBeFocusedAsync();

            // The page that came back shows what the answers so far have opened.
            await EntriesAsync();
        }

        async Task EntriesAsync()
        {
            for (var entry = 0; entry < wanted; entry++)
            {
                foreach (var leaf in FormLeaf.InEntry(group, entry))
                {
                    await phone.FillAsync(leaf, typed);
                }
            }
        }
    }

    private static async Task FillAsync(this IPage phone, FormLeaf leaf, IReadOnlyDictionary<string, IReadOnlyList<string>> typed)
    {
        if (!typed.TryGetValue(leaf.Key, out var values) || !await phone.Locator($"[id='f-{leaf.Key}-box']").IsVisibleAsync())
        {
            return;
        }

        var inputs = phone.Locator($"[name='f.{leaf.Key}']");
        foreach (var value in values)
        {
            if (await inputs.First.GetAttributeAsync("type") is "radio" or "checkbox")
            {
                await phone.Locator($"[name='f.{leaf.Key}'][value='{value}']").CheckAsync();
            }
            else if (leaf.Field.Type == FieldType.Choice)
            {
                await inputs.SelectOptionAsync(value);
            }
            else
            {
                await inputs.FillAsync(value);
            }
        }
    }

    // Every page of a form has a key of its own.
    private static async Task PressAndWaitAsync(this IPage phone, string button)
    {
        var key = phone.Locator("#form > [name=key]");
        var before = await key.InputValueAsync();
        await phone.ClickAsync(button);
        await Expect(key).Not.ToHaveValueAsync(before);
    }

    private static Task<string?> StepAsync(this IPage phone) => phone.Locator("#form").GetAttributeAsync("data-step");
}
