using QueueHub.Contracts;

namespace QueueHub.Intake;

public static partial class Texts
{
    // The menu in the head of every page
    public static readonly LocalText Choices = new("언어와 화면 설정", "Language and display", "语言和显示设置", "Ngôn ngữ và hiển thị", "言語と表示の設定");
    public static readonly LocalText Language = new("언어", "Language", "语言", "Ngôn ngữ", "言語");
    public static readonly LocalText LetterSize = new("글자 크기", "Text size", "文字大小", "Cỡ chữ", "文字の大きさ");
    public static readonly LocalText MoreContrast = new("선명한 화면으로 보기", "Use high contrast", "使用高对比度显示", "Dùng độ tương phản cao", "はっきりした画面にする");
    public static readonly LocalText PlainContrast = new("보통 화면으로 보기", "Use ordinary contrast", "恢复普通显示", "Dùng độ tương phản thường", "ふつうの画面に戻す");
}
