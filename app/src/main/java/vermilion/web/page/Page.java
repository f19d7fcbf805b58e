package vermilion.web.page;

/// A page that a template can show; each names its own template.
public sealed interface Page
    permits SignInPage,
        WorklistPage,
        TreatmentPage,
        TimelinePage,
        PhotosPage,
        ActPage,
        CallPage,
        CalledPage,
        MeanwhilePage,
        CardPage,
        ProblemPage,
        LearnPage,
        ArticlePage,
        SubscribePage,
        SaidPage,
        MailsPage,
        SetUpPage,
        AccountPage,
        PeoplePage,
        PrintCardPage,
        MailedPage {

  /// The template's path under `src/main/jte`.
  String template();
}
