"""What an editor asks while somebody writes rules, parameters, cases, waivers and vocabularies; only `server` knows the protocol."""
