package trefas.device.configuration;

/// A digit of the type number or a configuration number in plain language.
///
/// @param place such as `X5` or `Z13`
/// @param code what stands there
/// @param subject what it is about
/// @param meaning what it says
public record DescribedCode(String place, String code, String subject, String meaning) {}
