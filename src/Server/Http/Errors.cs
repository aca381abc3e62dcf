namespace Espalier.Server.Http;

/// <summary>Every error the API knows, in one place: code, name and sentence. Codes with a 9 in the middle are ours.</summary>
public static class Errors
{
    public static readonly ApiError AuthorizationHeaderEmpty =
        new("40101", nameof(AuthorizationHeaderEmpty), "The Authorization header is missing or empty.");

    public static readonly ApiError ApiTokenInvalid =
        new("40102", nameof(ApiTokenInvalid), "The API Token is not valid.");

    public static readonly ApiError BearerTokenNotFound =
        new("40103", nameof(BearerTokenNotFound), "The Authorization header must be of the form: Bearer <token>.");

    public static readonly ApiError ApiTokenNotYetActive =
        new("40301", nameof(ApiTokenNotYetActive), "The API Token is not active yet: its start date has not come.");

    public static readonly ApiError ApiTokenExpired =
        new("40302", nameof(ApiTokenExpired), "The API Token has expired.");

    public static ApiError ApiTokenSubnetViolation(object? address) =>
        new("40303", nameof(ApiTokenSubnetViolation), $"The API Token cannot be used from the current IP address: {address}");

    public static readonly ApiError MultipleAccountsFound =
        new("40321", nameof(MultipleAccountsFound), "Several accounts of this tenant match the user of the API Token.");

    public static readonly ApiError UserAccountDisabled =
        new("40322", nameof(UserAccountDisabled), "The user account of the API Token is disabled.");

    public static readonly ApiError UserAccountExpired =
        new("40323", nameof(UserAccountExpired), "The user account of the API Token has expired.");

    public static ApiError UserAccountSubnetViolation(object? address) =>
        new("40324", nameof(UserAccountSubnetViolation), $"The user account cannot be used from the current IP address: {address}");

    public static readonly ApiError TenantUsagePlanNotConfigured =
        new("40345", nameof(TenantUsagePlanNotConfigured),
            "The API Usage Plan for this tenant is not configured. Please contact support to resolve this issue.");

    public static readonly ApiError TokenAccessNotEnabled =
        new("40390", nameof(TokenAccessNotEnabled),
            "The user has no account in this tenant, or the account's TokenAccess is not true.");

    public static readonly ApiError TenantNotAccessible =
        new("40391", nameof(TenantNotAccessible), "The tenant is not accessible.");

    public static ApiError TenantSubnetViolation(object? address) =>
        new("40392", nameof(TenantSubnetViolation), $"The tenant cannot be used from the current IP address: {address}");

    public static readonly ApiError SessionEnded =
        new("40190", nameof(SessionEnded), "The session has ended. Sign in again.");

    public static readonly ApiError SignInFailed =
        new("40191", nameof(SignInFailed), "The e-mail address or the password is wrong.");

    public static readonly ApiError TotpRequired =
        new("40192", nameof(TotpRequired), "The code of the authenticator app is needed too.");

    public static readonly ApiError TotpInvalid =
        new("40193", nameof(TotpInvalid), "The code of the authenticator app is wrong, or has been used.");

    public static readonly ApiError CsrfTokenInvalid =
        new("40393", nameof(CsrfTokenInvalid), "The header X-Espalier-CSRF is missing or does not belong to the session.");

    public static readonly ApiError CrossOriginRequest =
        new("40394", nameof(CrossOriginRequest), "The request does not come from this server's own pages.");

    public static readonly ApiError SecureConnectionRequired =
        new("40395", nameof(SecureConnectionRequired), "Signing in needs https, or a browser on the server's own machine.");

    public static readonly ApiError LinkInvalid =
        new("40396", nameof(LinkInvalid), "The link is wrong, has been used, or is over. Ask for a new one.");

    public static readonly ApiError PasswordSignInDisabled =
        new("40397", nameof(PasswordSignInDisabled), "This server does not take passwords.");

    public static readonly ApiError TooManyAttempts =
        new("42990", nameof(TooManyAttempts), "Too many attempts to sign in. Wait before the next one.");

    public static ApiError PasswordTooWeak(string why) =>
        new("400950", nameof(PasswordTooWeak), why);

    public static readonly ApiError PersonBelongsElsewhere =
        new("403950", nameof(PersonBelongsElsewhere),
            "The person has accounts in other tenants too, so only an admin of all of them may do this.");

    public static readonly ApiError OwnLinkRefused =
        new("403951", nameof(OwnLinkRefused),
            "Nobody makes a link for themselves: change your password with the old one, or ask another admin, or whoever runs the server.");

    public static readonly ApiError SessionNotFound =
        new("404950", nameof(SessionNotFound), "There is no such session.") { PathParameter = "{sessionId}" };

    public static readonly ApiError InvitationNotNeeded =
        new("409950", nameof(InvitationNotNeeded), "The person has a password already. A reset link would let them set a new one.");

    public static readonly ApiError RouteNotFound =
        new("40490", nameof(RouteNotFound), "There is nothing at this path.");

    public static readonly ApiError MethodNotAllowed =
        new("40590", nameof(MethodNotAllowed), "This path exists, but not with this method.");

    public static ApiError RequestBodyTooLarge(long limit) =>
        new("41390", nameof(RequestBodyTooLarge), $"The request body is larger than {limit} bytes. Use the asynchronous import for larger payloads.");

    public static ApiError RequestIsInvalid(string why) =>
        new("40090", nameof(RequestIsInvalid), $"The request is not valid: {why}");

    public static readonly ApiError RequestTimedOut =
        new("40890", nameof(RequestTimedOut), "The request came too slowly.");

    public static readonly ApiError Throttled =
        new("42901", nameof(Throttled), "Too many requests at once or per second for this tenant. Try again later.");

    public static readonly ApiError QuotaExceeded =
        new("42902", nameof(QuotaExceeded), "This tenant's requests for today are used up.");

    public static readonly ApiError InternalServerError =
        new("50001", nameof(InternalServerError), "There was an internal error. If the issue persists you should contact your administrator.");

    public static readonly ApiError SyncRequestTimedOut =
        new("50490", nameof(SyncRequestTimedOut), "The synchronous export took too long. Use the asynchronous export.");

    public static readonly ApiError ContentTypeIsNotImplemented =
        new("415001", nameof(ContentTypeIsNotImplemented),
            "The content type header value you provided is not implemented, please use application/json instead.");

    public static readonly ApiError FieldMustNotBeMultivalued =
        new("400020", nameof(FieldMustNotBeMultivalued), "You cannot specify this field multiple times.");

    public static ApiError PathParameterMustBeUuidString(string name) =>
        new("400603", "PathParameterMustBeUUIDString", $"Path parameter {{{name}}} must be a UUID string.") { PathParameter = $"{{{name}}}" };

    public static ApiError PathParameterIsInvalid(string name, string rule) =>
        new("400900", nameof(PathParameterIsInvalid), $"Path parameter {{{name}}} {rule}.") { PathParameter = $"{{{name}}}" };

    public static ApiError RequestBodyMustBeValidJson(string why) =>
        new("400901", nameof(RequestBodyMustBeValidJson), $"The request body must be valid JSON: {why}") { JsonBody = "$" };

    /// <summary>In a ticket, at the end of as many errors as it may have.</summary>
    public static ApiError MoreErrors(int count) =>
        new("400948", nameof(MoreErrors), $"There are {count} more errors; the result file has all of them.");

    public static readonly ApiError FieldIsRequired =
        new("400902", nameof(FieldIsRequired), "This field is required.");

    public static ApiError FieldHasWrongType(string expected) =>
        new("400903", nameof(FieldHasWrongType), $"This field must be {expected}.");

    public static ApiError FieldMustBeOneOf(params IEnumerable<string> allowed) =>
        new("400904", nameof(FieldMustBeOneOf), $"This field must be one of: {string.Join(", ", allowed)}.");

    public static ApiError FieldIsNotImplemented(string what) =>
        new("400905", nameof(FieldIsNotImplemented), what);

    public static readonly ApiError FieldMustNotBeEmpty =
        new("400906", nameof(FieldMustNotBeEmpty), "This field must not be empty.");

    public static ApiError FieldMustBeUnique(string value) =>
        new("400907", nameof(FieldMustBeUnique), $"'{value}' stands here more than once.");

    public static ApiError FieldsAreMutuallyExclusive(params IEnumerable<string> names) =>
        new("400908", nameof(FieldsAreMutuallyExclusive), $"These cannot be used together: {string.Join(", ", names)}.");

    public static ApiError PropertyNotFound(string key) =>
        new("400909", nameof(PropertyNotFound), $"The dataset has no property with the key '{key}'.");

    public static ApiError ItemIdentifierMissing(string key) =>
        new("400910", nameof(ItemIdentifierMissing), $"The action lacks its identifier '{key}'.");

    public static readonly ApiError ItemAlreadyExists =
        new("400911", nameof(ItemAlreadyExists), "An item with this identifier exists already.");

    public static readonly ApiError ItemNotFound =
        new("400912", nameof(ItemNotFound), "No item has this identifier.");

    public static readonly ApiError ItemIdentifierNotUnique =
        new("400913", nameof(ItemIdentifierNotUnique), "Several items have this identifier.");

    public static ApiError PropertyValueInvalid(string rule) =>
        new("400914", nameof(PropertyValueInvalid), $"The value {rule}.");

    public static ApiError DatasetConfigurationInvalid(string why) =>
        new("400915", nameof(DatasetConfigurationInvalid), why);

    public static ApiError LocationUrlInvalid(string why) =>
        new("400916", nameof(LocationUrlInvalid), why);

    public static ApiError ImportPayloadInvalid(string why) =>
        new("400917", nameof(ImportPayloadInvalid), why);

    public static ApiError PropertyNotOnDemand(string key) =>
        new("400918", nameof(PropertyNotOnDemand), $"The property '{key}' has no on-demand expression.");

    public static ApiError TooManyDeletes(long deletes, long items, object limit) =>
        new("400940", nameof(TooManyDeletes),
            $"The import would delete {deletes} of {items} items, more than maxDeletes={limit} allows. Nothing was written.");

    public static ApiError TooManyWebhooks(int most) =>
        new("400941", nameof(TooManyWebhooks), $"The tenant has {most} webhooks already, which is the most it may have.");

    public static ApiError WebhookAccessDenied(string tenantId) =>
        new("403940", nameof(WebhookAccessDenied), "Only admins of the tenant may see and change webhooks.") { ResourcePath = $"{tenantId}/webhooks" };

    public static ApiError WebhookNotFound(string tenantId, Guid webhookId) =>
        new("404940", nameof(WebhookNotFound), "There is no such webhook.") { ResourcePath = $"{tenantId}/webhooks/{Ids.Print(webhookId)}" };

    public static ApiError ExpressionInvalid(string why) =>
        new("400919", nameof(ExpressionInvalid), why);

    public static ApiError LookupNotFound(Guid datasetId) =>
        new("400920", nameof(LookupNotFound), $"There is no dataset {Ids.Print(datasetId)} that you may read.");

    public static readonly ApiError ChangeNotFound =
        new("400942", nameof(ChangeNotFound), "The draft has no change with this id.");

    public static ApiError DatasetAccessDenied(string resourcePath) =>
        new("403901", nameof(DatasetAccessDenied), "You may not do this with the dataset.") { ResourcePath = resourcePath };

    public static ApiError ViewIsReadOnly(string tenantId, Guid viewId) =>
        DatasetAccessDenied($"{tenantId}/datasets/{Ids.Print(viewId)}") with { Message = "This is a permissioned view of a dataset: it can only be read." };

    public static readonly ApiError RightsTooHigh =
        new("403906", nameof(RightsTooHigh), "You cannot give or take more than you may do yourself.");

    public static readonly ApiError AdminRequired =
        new("403905", nameof(AdminRequired), "Only admins of the tenant may do this.");

    public static readonly ApiError ItemAccessDenied =
        new("403902", nameof(ItemAccessDenied), "You may not do this with the item.");

    public static readonly ApiError PropertyAccessDenied =
        new("403903", nameof(PropertyAccessDenied), "You may not change this property.");

    public static ApiError DatasetNotFound(string tenantId, Guid datasetId) =>
        new("404901", nameof(DatasetNotFound), "There is no such dataset.") { ResourcePath = $"{tenantId}/datasets/{Ids.Print(datasetId)}" };

    public static ApiError DraftNotFound(string tenantId, Guid draftId) =>
        new("404902", nameof(DraftNotFound), "There is no such draft.") { ResourcePath = $"{tenantId}/drafts/{Ids.Print(draftId)}" };

    public static ApiError ViewNotFound(string tenantId, Guid viewId) =>
        new("404905", nameof(ViewNotFound), "There is no such view.") { ResourcePath = $"{tenantId}/views/{Ids.Print(viewId)}" };

    public static ApiError UserNotFound(string tenantId, string email) =>
        new("404906", nameof(UserNotFound), "There is no such user.") { ResourcePath = $"{tenantId}/users/{email}" };

    public static readonly ApiError LastAdminRequired =
        new("409901", nameof(LastAdminRequired), "A tenant needs an enabled admin with token access who may change things; this is the last one.");

    public static readonly ApiError ChangedMeanwhile =
        new("409902", nameof(ChangedMeanwhile), "Somebody else has just changed this. Read it again and repeat the change.");

    public static readonly ApiError JobNotFound =
        new("404903", nameof(JobNotFound), "There is no such job ticket, or it has expired.");

    public static readonly ApiError TemporaryFileEmpty =
        new("404904", nameof(TemporaryFileEmpty), "Nothing has been written to this temporary file yet, or it has been deleted.");

    public static readonly ApiError TemporaryFileTokenInvalid =
        new("403904", nameof(TemporaryFileTokenInvalid), "The token of this URL is wrong, expired, or not meant for this.");

    public static readonly ApiError ImportLocationFailed =
        new("500901", nameof(ImportLocationFailed), "The import location could not be read.");

    public static readonly ApiError ResultLocationFailed =
        new("500902", nameof(ResultLocationFailed), "The result could not be written to the result location.");

    public static ApiError PointInTimeInvalid(string name) =>
        new("400930", nameof(PointInTimeInvalid), "This must be a time in ISO 8601, such as 2026-05-01T00:00:00.000Z, or the id of a transaction.") { QueryParameter = name };

    public static ApiError PointInTimeUnknown(string name, string why) =>
        new("400931", nameof(PointInTimeUnknown), why) { QueryParameter = name };

    public static readonly ApiError TransactionNotReversible =
        new("400932", nameof(TransactionNotReversible), "The transaction that made the dataset cannot be undone.") { PathParameter = "{transactionId}" };

    public static ApiError TransactionNotFound(string tenantId, Guid datasetId, Guid transactionId) =>
        new("404930", nameof(TransactionNotFound), "There is no such transaction.")
        {
            ResourcePath = $"{tenantId}/datasets/{Ids.Print(datasetId)}/transactions/{Ids.Print(transactionId)}",
        };

    public static ApiError TooManyTokens(int most) =>
        new("400943", nameof(TooManyTokens), $"You have {most} tokens that are not over, which is the most one may have. Revoke some.");

    public static ApiError TokenReachesTooFar(string how) =>
        new("403907", nameof(TokenReachesTooFar), $"Made with a token, a new token cannot reach further than it: this one {how}.");

    public static readonly ApiError InstallationAdminRequired =
        new("403908", nameof(InstallationAdminRequired), "Only admins of the installation may do this.");

    public static readonly ApiError ViewAsIsReadOnly =
        new("403909", nameof(ViewAsIsReadOnly), "With X-Espalier-View-As things can only be looked at.");

    public static readonly ApiError TokenNotFound =
        new("404907", nameof(TokenNotFound), "You have no such token.");

    public static ApiError TenantNotFound(string tenantId) =>
        new("404908", nameof(TenantNotFound), "There is no such tenant.") { ResourcePath = tenantId };

    public static readonly ApiError TokenIsOver =
        new("409903", nameof(TokenIsOver), "The token is over, or another one has taken its place already.");

    public static readonly ApiError TenantExists =
        new("409904", nameof(TenantExists), "There is a tenant with this id already.");

    public static ApiError DatasetIsArchived(string tenantId, Guid datasetId) =>
        new("409905", nameof(DatasetIsArchived), "The dataset is archived: it can be read, but not changed.")
        {
            ResourcePath = $"{tenantId}/datasets/{Ids.Print(datasetId)}",
        };

    public static ApiError TooManyPalettes(int most) =>
        new("400944", nameof(TooManyPalettes), $"The tenant has {most} palettes already, which is the most it may have.");

    public static ApiError NameTaken(string name) =>
        new("400945", nameof(NameTaken), $"There is one called '{name}' already.");

    public static readonly ApiError SourceNotFound =
        new("400946", nameof(SourceNotFound), "There is nothing with this id that you may read.");

    public static ApiError TooManyPacks(int most) =>
        new("400947", nameof(TooManyPacks), $"You have {most} packs already, which is the most one may have.");

    public static ApiError PaletteIsBuiltIn(string tenantId, Guid paletteId) =>
        new("403910", nameof(PaletteIsBuiltIn), "This palette is built in: nobody can change it.") { ResourcePath = $"{tenantId}/palettes/{Ids.Print(paletteId)}" };

    public static ApiError PackAccessDenied(string tenantId, Guid? packId) =>
        new("403911", nameof(PackAccessDenied), "You may not do this with the pack.")
        {
            ResourcePath = packId is { } id ? $"{tenantId}/packs/{Ids.Print(id)}" : $"{tenantId}/packs",
        };

    public static ApiError PaletteNotFound(string tenantId, Guid paletteId) =>
        new("404909", nameof(PaletteNotFound), "There is no such palette.") { ResourcePath = $"{tenantId}/palettes/{Ids.Print(paletteId)}" };

    public static ApiError PackNotFound(string tenantId, Guid packId) =>
        new("404910", nameof(PackNotFound), "There is no such pack.") { ResourcePath = $"{tenantId}/packs/{Ids.Print(packId)}" };

    public static readonly ApiError JobHasEnded =
        new("409941", nameof(JobHasEnded), "The job has ended already.");

    public static readonly ApiError JobCancelled =
        new("409942", nameof(JobCancelled), "Somebody cancelled the job. Nothing was changed.");

    public static ApiError UndoConflict(string resourcePath, string what) =>
        new("409930", nameof(UndoConflict), what) { ResourcePath = resourcePath };
}
