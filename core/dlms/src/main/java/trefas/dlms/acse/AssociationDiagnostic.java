package trefas.dlms.acse;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why an AARQ was decided as it was, and by whom (result-source-diagnostic of the AARE, IEC 62056-5-3).
public enum AssociationDiagnostic {
    NULL(Source.SERVICE_USER, 0),
    NO_REASON_GIVEN(Source.SERVICE_USER, 1),
    APPLICATION_CONTEXT_NAME_NOT_SUPPORTED(Source.SERVICE_USER, 2),
    CALLING_AP_TITLE_NOT_RECOGNIZED(Source.SERVICE_USER, 3),
    CALLING_AP_INVOCATION_IDENTIFIER_NOT_RECOGNIZED(Source.SERVICE_USER, 4),
    CALLING_AE_QUALIFIER_NOT_RECOGNIZED(Source.SERVICE_USER, 5),
    CALLING_AE_INVOCATION_IDENTIFIER_NOT_RECOGNIZED(Source.SERVICE_USER, 6),
    CALLED_AP_TITLE_NOT_RECOGNIZED(Source.SERVICE_USER, 7),
    CALLED_AP_INVOCATION_IDENTIFIER_NOT_RECOGNIZED(Source.SERVICE_USER, 8),
    CALLED_AE_QUALIFIER_NOT_RECOGNIZED(Source.SERVICE_USER, 9),
    CALLED_AE_INVOCATION_IDENTIFIER_NOT_RECOGNIZED(Source.SERVICE_USER, 10),
    AUTHENTICATION_MECHANISM_NAME_NOT_RECOGNISED(Source.SERVICE_USER, 11),
    AUTHENTICATION_MECHANISM_NAME_REQUIRED(Source.SERVICE_USER, 12),
    AUTHENTICATION_FAILURE(Source.SERVICE_USER, 13),
    AUTHENTICATION_REQUIRED(Source.SERVICE_USER, 14),
    PROVIDER_NULL(Source.SERVICE_PROVIDER, 0),
    PROVIDER_NO_REASON_GIVEN(Source.SERVICE_PROVIDER, 1),
    NO_COMMON_ACSE_VERSION(Source.SERVICE_PROVIDER, 2);

    /// Which layer decided. The number is the tag of the choice.
    public enum Source {
        SERVICE_USER(0xA1),
        SERVICE_PROVIDER(0xA2);

        private final int tag;

        Source(int tag) {
            this.tag = tag;
        }

        public int tag() {
            return tag;
        }
    }

    private final Source source;
    private final int code;

    AssociationDiagnostic(Source source, int code) {
        this.source = source;
        this.code = code;
    }

    public Source source() {
        return source;
    }

    public int code() {
        return code;
    }

    /// The reason in words, for example `authentication failure`.
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Empty for numbers nobody defined.
    ///
    /// @param tag of the choice, see [Source#tag]
    public static Optional<AssociationDiagnostic> of(int tag, int code) {
        return Arrays.stream(values())
                .filter(known -> known.source.tag() == tag && known.code == code)
                .findFirst();
    }
}
