using System.Text.RegularExpressions;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Screens.Media;

namespace QueueHub.Offices.Documents;

/// <summary>What makes an office's document usable. Pure.</summary>
internal static partial class OfficeDocumentRules
{
    private const int HighestNumber = 9999;
    private const int MostOfAnything = 200;
    private const int LongestName = 100;
    private const int MostVolumes = 24;
    private const int LongestSlide = 120;
    private const int MostSlides = 50;
    private static readonly string[] Granters = ["clerk", "phone", "kiosk"];

    /// <summary>Everything wrong with the document, each complaint naming its place; empty when it is sound.</summary>
    public static IReadOnlyList<string> Check(OfficeDocument office, Func<string, bool> formExists)
    {
        var complaints = new Complaints();
        complaints.Require(
            OfficeSlug.IsValid(office.Slug), "slug", $"'{office.Slug}' must be 2 to 40 lower-case letters, digits or hyphens, and not a reserved word");
        complaints.RequireText(office.Name, "name", LongestName);
        complaints.RequireText(office.Address, "address");
        complaints.Require(
            ZoneName().IsMatch(office.TimeZone) && TimeZoneInfo.TryFindSystemTimeZoneById(office.TimeZone, out _), "timeZone", $"'{office.TimeZone}' is not a time zone, such as Asia/Seoul");
        CheckHours(office.Hours, complaints);
        CheckServices(office.Services, formExists, complaints);
        CheckCounters(office, complaints);
        CheckZones(office, complaints);
        CheckSound(office.Sound ?? new SoundDefinition(), complaints);
        CheckSlides(office.Slides ?? [], complaints);
        var target = office.StatisticsOrUsual.WaitTargetMinutes;
        complaints.Require(target is >= 1 and <= 240, "statistics.waitTargetMinutes", $"{target} must be 1 to 240");
        var percent = office.StatisticsOrUsual.WaitTargetPercent;
        complaints.Require(percent is >= 50 and <= 99, "statistics.waitTargetPercent", $"{percent} must be 50 to 99");
        CheckFeed(office.Feed, complaints);
        CheckClasses(office.Classes, complaints);
        CheckResults(office.ResultsOffered, complaints);
        CheckRules(office.Rules, complaints);
        if (office.RecoveryRoom is { } room)
        {
            complaints.RequireText(room, "recoveryRoom", LongestName);
        }
        return complaints.All;
    }

    private static void CheckHours(IReadOnlyList<OpeningHours> hours, Complaints complaints)
    {
        if (!complaints.RequireCount(hours.Count, 0, MostOfAnything, "hours"))
        {
            return;
        }

        for (var index = 0; index < hours.Count; index++)
        {
            var (days, open, close) = hours[index];
            var place = $"hours[{index}]";
            complaints.Require(days.Count > 0, $"{place}.days", "must name a day");
            complaints.RequireDistinct(days, day => $"{place}.days[{day}]");
            complaints.Require(days.All(Enum.IsDefined), $"{place}.days", "must be days of the week, such as 'monday'");

            // The business day ends at midnight: whoever is served beyond it would be in no day.
            complaints.Require(close > open, $"{place}.close", "must be later than open, on the same day");
            var other = hours.Take(index).FirstOrDefault(before => before.Days.Intersect(days).Any() && before.Open < close && open < before.Close);
            complaints.Require(other is null, $"{place}.open", $"{open:HH:mm}–{close:HH:mm} overlaps {other?.Open:HH:mm}–{other?.Close:HH:mm} of the same day");
        }
    }

    private static void CheckServices(IReadOnlyList<ServiceDefinition> services, Func<string, bool> formExists, Complaints complaints)
    {
        if (!complaints.RequireCount(services.Count, 1, MostOfAnything, "services"))
        {
            return;
        }

        complaints.RequireDistinct([.. services.Select(service => service.Id)], index => $"services[{index}].id");
        for (var index = 0; index < services.Count; index++)
        {
            var service = services[index];
            var place = $"services[{index}]";
            complaints.Require(
                ServiceId().IsMatch(service.Id) && !OfficeSlug.Reserved.Contains(service.Id),
                $"{place}.id", $"'{service.Id}' must be up to 32 lower-case letters, digits or hyphens, and not a reserved word");
            complaints.RequireText(service.Name, $"{place}.name", LongestName);
            complaints.RequireText(service.Description, $"{place}.description");
            complaints.Require(service.From >= 1, $"{place}.from", "must be 1 or more");
            complaints.Require(service.To <= HighestNumber, $"{place}.to", $"must be at most {HighestNumber}");
            complaints.Require(service.To >= service.From, $"{place}.to", "must not be below from");
            var other = services.Take(index).FirstOrDefault(before => before.From <= service.To && service.From <= before.To);
            complaints.Require(
                other is null, $"{place}.from", $"{service.From}–{service.To} overlaps the numbers of '{other?.Id}', {other?.From}–{other?.To}");
            complaints.Require(service.Form is null || formExists(service.Form), $"{place}.form", $"there is no form '{service.Form}'");
        }
    }

    private static void CheckCounters(OfficeDocument office, Complaints complaints)
    {
        if (!complaints.RequireCount(office.Counters.Count, 1, MostOfAnything, "counters"))
        {
            return;
        }

        complaints.RequireDistinct([.. office.Counters.Select(counter => counter.Id)], index => $"counters[{index}].id");
        for (var index = 0; index < office.Counters.Count; index++)
        {
            var counter = office.Counters[index];
            var place = $"counters[{index}]";
            complaints.Require(CounterId().IsMatch(counter.Id), $"{place}.id", $"'{counter.Id}' must be up to 8 digits, letters or hyphens");
            complaints.Require(counter.Primary.Count > 0, $"{place}.primary", "must name a service");
            CheckServed(counter.Primary, $"{place}.primary");
            CheckServed(counter.Helping, $"{place}.helping");
            for (var helped = 0; helped < counter.Helping.Count; helped++)
            {
                complaints.Require(
                    !counter.Primary.Contains(counter.Helping[helped]), $"{place}.helping[{helped}]", $"'{counter.Helping[helped]}' is primary here already");
            }
        }

        void CheckServed(IReadOnlyList<string> services, string place)
        {
            if (!complaints.RequireCount(services.Count, 0, MostOfAnything, place))
            {
                return;
            }

            complaints.RequireDistinct(services, index => $"{place}[{index}]");
            for (var index = 0; index < services.Count; index++)
            {
                complaints.Require(office.Service(services[index]) is not null, $"{place}[{index}]", $"there is no service '{services[index]}'");
            }
        }
    }

    private static void CheckZones(OfficeDocument office, Complaints complaints)
    {
        var zones = office.Zones ?? [];
        if (!complaints.RequireCount(zones.Count, 0, MostOfAnything, "zones"))
        {
            return;
        }

        complaints.RequireDistinct([.. zones.Select(zone => zone.Id)], index => $"zones[{index}].id");
        for (var index = 0; index < zones.Count; index++)
        {
            var (place, zone) = ($"zones[{index}]", zones[index]);
            complaints.Require(ZoneId().IsMatch(zone.Id), $"{place}.id", $"'{zone.Id}' must be up to 32 lower-case letters, digits or hyphens");
            complaints.RequireText(zone.Name, $"{place}.name", LongestName);
            complaints.RequireDistinct(zone.Counters, counter => $"{place}.counters[{counter}]");
            foreach (var counter in zone.Counters)
            {
                complaints.Require(office.Counter(counter) is not null, $"{place}.counters", $"there is no counter '{counter}'");
                complaints.Require(!zones.Take(index).Any(other => other.Counters.Contains(counter)), $"{place}.counters", $"counter '{counter}' is in another zone already");
            }
        }
    }

    private static void CheckSound(SoundDefinition sound, Complaints complaints)
    {
        var (languages, volumes) = (sound.Languages ?? [], sound.Volumes ?? []);
        if (complaints.RequireCount(languages.Count, 0, VoiceClips.Languages.Count, "sound.languages"))
        {
            complaints.RequireDistinct(languages, index => $"sound.languages[{index}]");
            for (var index = 0; index < languages.Count; index++)
            {
                complaints.Require(
                    VoiceClips.Languages.Contains(languages[index]), $"sound.languages[{index}]", $"'{languages[index]}' must be one of {string.Join(", ", VoiceClips.Languages)}");
            }
        }

        if (complaints.RequireCount(volumes.Count, 0, MostVolumes, "sound.volumes"))
        {
            for (var index = 0; index < volumes.Count; index++)
            {
                complaints.Require(volumes[index].From != volumes[index].To, $"sound.volumes[{index}].to", "must not be the same as from");
                complaints.Require(volumes[index].Percent is >= 0 and <= 100, $"sound.volumes[{index}].percent", "must be 0 to 100");
            }
        }
    }

    private static void CheckSlides(IReadOnlyList<SlideDefinition> slides, Complaints complaints)
    {
        if (!complaints.RequireCount(slides.Count, 0, MostSlides, "slides"))
        {
            return;
        }

        for (var index = 0; index < slides.Count; index++)
        {
            var (place, slide) = ($"slides[{index}]", slides[index]);
            complaints.Require(
                new object?[] { slide.Text, slide.Image, slide.Video }.Count(part => part is not null) == 1, place, "must have one of text, image and video");
            if (slide.Text is { } text)
            {
                complaints.RequireText(text, $"{place}.text", LongestSlide);
            }

            complaints.Require(slide.Image is null || MediaFiles.IsImage(slide.Image), $"{place}.image", $"'{slide.Image}' must be the name of a file: .png, .jpg or .webp");
            complaints.Require(slide.Video is null || MediaFiles.IsVideo(slide.Video), $"{place}.video", $"'{slide.Video}' must be the name of a file: .mp4 or .webm");
            complaints.Require(slide.Seconds is >= 5 and <= 600, $"{place}.seconds", "must be 5 to 600");
            complaints.Require(!(slide.Until < slide.From), $"{place}.until", "must not be before from");
        }
    }

    private static void CheckFeed(NationalFeed? feed, Complaints complaints)
    {
        if (feed is null)
        {
            return;
        }

        complaints.Require(DistrictCode().IsMatch(feed.StdgCd), "feed.stdgCd", $"'{feed.StdgCd}' must be ten digits");
        complaints.Require(FeedSerial().IsMatch(feed.CsoSn), "feed.csoSn", $"'{feed.CsoSn}' must be CS and four digits");
        complaints.Require(feed.Lat is >= 33 and <= 39, "feed.lat", $"{feed.Lat} must be a latitude in Korea, 33 to 39");
        complaints.Require(feed.Lot is >= 124 and <= 132, "feed.lot", $"{feed.Lot} must be a longitude in Korea, 124 to 132");
        foreach (var (address, place) in new[] { (feed.RoadNmAddr, "feed.roadNmAddr"), (feed.LotnoAddr, "feed.lotnoAddr") })
        {
            if (address is not null)
            {
                complaints.RequireText(new LocalText(address, address), place, LongestName);
            }
        }
    }

    private static void CheckClasses(IReadOnlyList<PriorityClass> classes, Complaints complaints)
    {
        if (!complaints.RequireCount(classes.Count, 0, MostOfAnything, "classes"))
        {
            return;
        }

        complaints.RequireDistinct([.. classes.Select(@class => @class.Id)], index => $"classes[{index}].id");
        var standard = classes.FirstOrDefault(@class => @class.Id == PriorityClass.Standard);
        complaints.Require(standard is { CreditMinutes: 0 }, "classes", $"must contain '{PriorityClass.Standard}' with creditMinutes 0");
        for (var index = 0; index < classes.Count; index++)
        {
            var @class = classes[index];
            var place = $"classes[{index}]";
            complaints.Require(ServiceId().IsMatch(@class.Id), $"{place}.id", $"'{@class.Id}' must be up to 32 lower-case letters, digits or hyphens");
            complaints.RequireText(@class.Name, $"{place}.name", LongestName);
            complaints.Require(@class.CreditMinutes is >= 0 and <= 24 * 60, $"{place}.creditMinutes", "must be 0 to 1440");
            complaints.RequireCount(@class.GrantedBy.Count, 0, Granters.Length, $"{place}.grantedBy");
            complaints.RequireDistinct(@class.GrantedBy, granter => $"{place}.grantedBy[{granter}]");
            for (var granter = 0; granter < @class.GrantedBy.Count; granter++)
            {
                complaints.Require(
                    Granters.Contains(@class.GrantedBy[granter]),
                    $"{place}.grantedBy[{granter}]", $"'{@class.GrantedBy[granter]}' must be one of {string.Join(", ", Granters)}");
            }
        }
    }

    private static void CheckResults(IReadOnlyList<ResultDefinition> results, Complaints complaints)
    {
        if (!complaints.RequireCount(results.Count, 0, MostOfAnything, "results"))
        {
            return;
        }

        complaints.RequireDistinct([.. results.Select(result => result.Id)], index => $"results[{index}].id");
        for (var index = 0; index < results.Count; index++)
        {
            complaints.Require(
                ServiceId().IsMatch(results[index].Id), $"results[{index}].id", $"'{results[index].Id}' must be up to 32 lower-case letters, digits or hyphens");
            complaints.RequireText(results[index].Name, $"results[{index}].name", LongestName);
        }
    }

    private static void CheckRules(QueueRules rules, Complaints complaints)
    {
        complaints.Require(rules.WaitedCapMinutes is >= 0 and <= 24 * 60, "rules.waitedCapMinutes", "must be 0 to 1440");
        complaints.Require(rules.ReinstateLimit is >= 0 and <= 99, "rules.reinstateLimit", "must be 0 to 99");
        complaints.Require(rules.RequeueLimit is >= 0 and <= 99, "rules.requeueLimit", "must be 0 to 99");
        complaints.Require(rules.RecallsBeforeNoShow is >= 0 and <= 99, "rules.recallsBeforeNoShow", "must be 0 to 99");
        complaints.Require(rules.RecallLockSeconds is >= 0 and <= 60, "rules.recallLockSeconds", "must be 0 to 60");
        complaints.Require(rules.UndoSeconds is >= 0 and <= 60, "rules.undoSeconds", "must be 0 to 60");
        complaints.Require(rules.VisitNoticeMinutes is >= 0 and <= 240, "rules.visitNoticeMinutes", "must be 0 to 240");
        complaints.Require(rules.VisitLimitMinutes is >= 0 and <= 240, "rules.visitLimitMinutes", "must be 0 to 240");
        complaints.Require(rules.ArrivalCreditMinutes is >= 0 and <= 24 * 60, "rules.arrivalCreditMinutes", "must be 0 to 1440");
        complaints.Require(rules.TicketsPerPhone is >= 1 and <= 20, "rules.ticketsPerPhone", "must be 1 to 20");
        complaints.Require(rules.LetOthersFirstPlaces is >= 0 and <= 50, "rules.letOthersFirstPlaces", "must be 0 to 50");
        complaints.Require(rules.CloseAfterMinutes is >= 0 and <= 12 * 60, "rules.closeAfterMinutes", "must be 0 to 720");
    }

    // Without dots: the name is looked up as a file.
    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex ZoneName();

    [GeneratedRegex("^[a-z][a-z0-9-]{0,31}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex ServiceId();

    [GeneratedRegex("^[0-9]{10}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex DistrictCode();

    [GeneratedRegex("^CS[0-9]{4}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex FeedSerial();

    // Floors have numbers: 2f.
    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,31}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex ZoneId();

    [GeneratedRegex("^[0-9A-Za-z-]{1,8}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex CounterId();
}
