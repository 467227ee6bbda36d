package trefas.dlms.xdlms;

import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData.Octets;

/// A part of something longer than an APDU (DataBlock-SA, IEC 62056-5-3).
///
/// @param number counts from 1, 32 bits
/// @param raw encoded octets, cut anywhere
public record DataBlock(boolean isLast, long number, Octets raw) {

    void write(AxdrWriter out) {
        out.octet(isLast ? 1 : 0).number(number, 4);
        ApduFields.write(raw, out);
    }
}
