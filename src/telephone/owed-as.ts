/** What is owed after a call: calling back whoever was not answered, and writing down what was said. */
export const CALL_BACK = 'call_back';
export const WRITE_UP = 'write_up_call';
